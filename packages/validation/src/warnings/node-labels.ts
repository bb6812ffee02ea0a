import type { Decoded, FieldPath, Minor, core } from '@podlint/model';
import { labelValueProblem } from '../formats.js';
import type { PodScope } from './warning.js';

interface DeprecatedLabel {
  /** The label that took its place, or what to use instead. */
  readonly instead: string;
  /** The first version that warns; absent: all that podlint knows. */
  readonly since?: Minor;
}

/** deprecatedNodeLabels, pkg/api/node/util.go. */
const deprecatedLabels: ReadonlyMap<string, DeprecatedLabel> = new Map([
  ['beta.kubernetes.io/arch', { instead: '"kubernetes.io/arch"' }],
  ['beta.kubernetes.io/os', { instead: '"kubernetes.io/os"' }],
  ['failure-domain.beta.kubernetes.io/region', { instead: '"topology.kubernetes.io/region"' }],
  ['failure-domain.beta.kubernetes.io/zone', { instead: '"topology.kubernetes.io/zone"' }],
  ['beta.kubernetes.io/instance-type', { instead: '"node.kubernetes.io/instance-type"' }],
  ['app.kubernetes.io/created-by', { instead: 'another label', since: 31 }],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', { instead: 'taints and tolerations', since: 31 }],
  ['node-role.kubernetes.io/master', { instead: '"node-role.kubernetes.io/control-plane"', since: 31 }],
]);

/**
 * Since then the values of preferred terms, which are never an error, get at least a warning
 * (GetWarningsForNodeSelectorTerm).
 */
const preferredValuesCheckedSince: Minor = 33;

/** Wherever the pod chooses nodes by labels that are going away. */
export function warnAboutNodeLabels(scope: PodScope): void {
  const { spec, specPath } = scope;
  for (const key in spec.nodeSelector) warnAboutLabel(key, () => specPath.child('nodeSelector').key(key), scope);
  spec.topologySpreadConstraints?.forEach(({ topologyKey = '' }, i) => {
    warnAboutLabel(topologyKey, () => specPath.child('topologySpreadConstraints').index(i).child('topologyKey'), scope);
  });
  if (spec.affinity?.nodeAffinity)
    warnAboutNodeAffinity(spec.affinity.nodeAffinity, specPath.child('affinity', 'nodeAffinity'), scope);
}

function warnAboutNodeAffinity(affinity: Decoded<core.NodeAffinity>, path: FieldPath, scope: PodScope): void {
  affinity.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms?.forEach((term, i) => {
    warnAboutTerm(
      term,
      path.child('requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms').index(i),
      scope,
    );
  });
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ preference = {} }, i) => {
    const termPath = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(i).child('preference');
    warnAboutTerm(preference, termPath, scope);
    if (scope.minor >= preferredValuesCheckedSince) warnAboutValues(preference, termPath, scope);
  });
}

function warnAboutTerm({ matchExpressions }: Decoded<core.NodeSelectorTerm>, path: FieldPath, scope: PodScope): void {
  matchExpressions?.forEach(({ key = '' }, i) =>
    warnAboutLabel(key, () => path.child('matchExpressions').index(i).child('key'), scope),
  );
}

function warnAboutLabel(key: string, path: () => FieldPath, { minor, warn }: PodScope): void {
  const label = deprecatedLabels.get(key);
  if (label && minor >= (label.since ?? 0))
    warn(path(), `The label "${key}" of nodes is deprecated, and new nodes may come without it. Use ${label.instead}.`);
}

function warnAboutValues(
  { matchExpressions }: Decoded<core.NodeSelectorTerm>,
  path: FieldPath,
  { warn }: PodScope,
): void {
  matchExpressions?.forEach(({ values }, i) => {
    values?.forEach((value, j) => {
      const problem = labelValueProblem(value);
      if (problem)
        warn(
          path.child('matchExpressions').index(i).child('values').index(j),
          `"${value}" cannot be the value of a node's label, so the preference never applies: ${problem}.`,
        );
    });
  });
}
