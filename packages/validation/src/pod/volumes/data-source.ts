import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsLabelProblem, dnsSubdomainProblem } from '../../formats.js';

const says = defineMessages('data-source', {
  'other-namespace':
    '"dataSource" must not stand beside a "dataSourceRef" into another namespace. It cannot name an object there. Remove "dataSource".',
  'two-objects':
    '"dataSource" and "dataSourceRef" name different objects, but there is one volume to fill. Remove one, or make them equal.',
  'no-name': 'The object to copy from has no name. Set it.',
  'no-kind': 'The object to copy from has no kind. Set it, for example to "PersistentVolumeClaim".',
  'core-kind':
    'Without "apiGroup" the kind must be PersistentVolumeClaim. That is the only kind of the core group that can be copied from. Set the group of "{kind}".',
  'invalid-group': '"{group}" is not an API group: {problem}. Give the group without a version.',
  'invalid-namespace': '"{namespace}" is not the name of a namespace: {problem}.',
});

type DataSource = Decoded<core.TypedLocalObjectReference>;
type DataSourceRef = Decoded<core.TypedObjectReference>;
type ClaimSpec = Decoded<core.PersistentVolumeClaimSpec>;

/** What the new volume is filled with; `path` is the claim's spec (ValidatePersistentVolumeClaimSpec). */
export function validateDataSources(
  { dataSource, dataSourceRef }: ClaimSpec,
  groups: 'checked' | 'tolerated',
  path: FieldPath,
  context: Context,
): void {
  if (dataSource) validateReference(dataSource, groups, path.child('dataSource'), context);
  if (dataSourceRef) validateReference(dataSourceRef, groups, path.child('dataSourceRef'), context);
  if (dataSourceRef?.namespace)
    validateNamespace(dataSourceRef.namespace, path.child('dataSourceRef', 'namespace'), context);
  if (!dataSource || !dataSourceRef) return;
  if (dataSourceRef.namespace) {
    context.report.invalid(path, says['other-namespace'](), { at: path.child('dataSource') });
  } else if (!sameObject(dataSource, dataSourceRef)) {
    context.report.invalid(path, says['two-objects'](), { at: path.child('dataSource') });
  }
}

function validateReference(
  { apiGroup, kind, name }: DataSource,
  groups: 'checked' | 'tolerated',
  path: FieldPath,
  context: Context,
): void {
  const { report } = context;
  if (!name) report.required(path.child('name'), says['no-name']());
  if (!kind) report.required(path.child('kind'), says['no-kind']());
  if (!apiGroup) {
    if (kind !== 'PersistentVolumeClaim') report.invalid(path, says['core-kind']({ kind: kind ?? '' }));
    return;
  }
  const problem = groups === 'checked' && dnsSubdomainProblem(apiGroup);
  if (problem) report.invalid(path.child('apiGroup'), says['invalid-group']({ group: apiGroup, problem }));
}

function validateNamespace(namespace: string, path: FieldPath, context: Context): void {
  const problem = dnsLabelProblem(namespace);
  if (problem) context.report.invalid(path, says['invalid-namespace']({ namespace, problem }));
}

/** As Go compares them: an absent group is not an empty one (isDataSourceEqualDataSourceRef). */
function sameObject(source: DataSource, ref: DataSourceRef): boolean {
  return (
    source.apiGroup === ref.apiGroup &&
    (source.kind ?? '') === (ref.kind ?? '') &&
    (source.name ?? '') === (ref.name ?? '')
  );
}
