import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import { type Context, lostFields } from '@podlint/validation';

const says = defineMessages('claim-source', {
  'not-copied':
    'dataSource names no PersistentVolumeClaim and no VolumeSnapshot, so the server removes it and the volume will be empty. Use dataSourceRef.',
});

type ClaimSpec = Decoded<core.PersistentVolumeClaimSpec>;
type DataSource = Decoded<core.TypedLocalObjectReference>;

const specPath = FieldPath.root.child('spec');

/**
 * dataSource and dataSourceRef, made to say the same (PrepareForCreate, pkg/registry/core/persistentvolumeclaim; KEP 1495).
 * `old`: the stored claim's spec, on update.
 */
export function prepareDataSources(spec: ClaimSpec, old: ClaimSpec | undefined, context: Context): void {
  const { dataSourceRef, dataSource } = spec;
  dropForeignSource(spec, old, context);
  if (!old?.dataSource && !old?.dataSourceRef) dropUnknownSource(spec);
  if (context.enabled('AnyVolumeDataSource')) copySources(spec);
  // A reference that went may be back as the copy of the other one, without its namespace.
  if (dataSourceRef && spec.dataSourceRef !== dataSourceRef)
    for (const path of lostFields(dataSourceRef, spec.dataSourceRef, specPath.child('dataSourceRef')))
      context.dropped.push({ path, gate: 'CrossNamespaceVolumeDataSource' });
  if (dataSource && !spec.dataSource)
    context.dropped.push({ path: specPath.child('dataSource'), why: says['not-copied']() });
}

/** DropDisabledFields, pkg/api/persistentvolumeclaim/util.go. */
function dropForeignSource(spec: ClaimSpec, old: ClaimSpec | undefined, context: Context): void {
  if (context.enabled('CrossNamespaceVolumeDataSource') || !spec.dataSourceRef?.namespace) return;
  if (!old?.dataSourceRef) delete spec.dataSourceRef;
}

/** EnforceDataSourceBackwardsCompatibility. */
function dropUnknownSource(spec: ClaimSpec): void {
  if (!spec.dataSourceRef && !isClaimOrSnapshot(spec.dataSource)) delete spec.dataSource;
}

function isClaimOrSnapshot(source: DataSource | undefined): boolean {
  const group = source?.apiGroup ?? '';
  return (
    (source?.kind === 'PersistentVolumeClaim' && group === '') ||
    (source?.kind === 'VolumeSnapshot' && group === 'snapshot.storage.k8s.io')
  );
}

/** NormalizeDataSources. */
function copySources(spec: ClaimSpec): void {
  if (spec.dataSource && !spec.dataSourceRef) spec.dataSourceRef = copyOf(spec.dataSource);
  else if (spec.dataSourceRef && !spec.dataSource && !spec.dataSourceRef.namespace)
    spec.dataSource = copyOf(spec.dataSourceRef);
}

function copyOf({ kind = '', name = '', apiGroup }: DataSource): DataSource {
  return { kind, name, ...(apiGroup !== undefined && { apiGroup }) };
}
