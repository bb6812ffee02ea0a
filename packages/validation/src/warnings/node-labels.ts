import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, core } from '@podlint/model';
import { labelValueProblem } from '../formats.js';
import type { LabelSelector } from '../selectors/label-selector.js';
import type { PodScope } from './warning.js';

const says = defineMessages('node-label', {
  'another-label': 'another label',
  taints: 'taints and tolerations',
  deprecated: 'The label "{key}" of nodes is deprecated, and new nodes may come without it. Use {instead}.',
  'invalid-value': '"{value}" cannot be the value of a node\'s label, so the preference never applies: {problem}.',
  label: '"{name}"',
});

interface DeprecatedLabel {
  /** The label that took its place, or what to use instead. */
  readonly instead: () => Message;
  /** The first version that warns; absent: all that podlint knows. */
  readonly since?: Minor;
}

function label(name: string): () => Message {
  return () => says.label({ name });
}

/** deprecatedNodeLabels, pkg/api/node/util.go. */
const deprecatedLabels: ReadonlyMap<string, DeprecatedLabel> = new Map<string, DeprecatedLabel>([
  ['beta.kubernetes.io/arch', { instead: label('kubernetes.io/arch') }],
  ['beta.kubernetes.io/os', { instead: label('kubernetes.io/os') }],
  ['failure-domain.beta.kubernetes.io/region', { instead: label('topology.kubernetes.io/region') }],
  ['failure-domain.beta.kubernetes.io/zone', { instead: label('topology.kubernetes.io/zone') }],
  ['beta.kubernetes.io/instance-type', { instead: label('node.kubernetes.io/instance-type') }],
  ['app.kubernetes.io/created-by', { instead: says['another-label'], since: 31 }],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', { instead: says.taints, since: 31 }],
  ['node-role.kubernetes.io/master', { instead: label('node-role.kubernetes.io/control-plane'), since: 31 }],
]);

/**
 * Since then the values of preferred terms, which are never an error, get at least a warning
 * (GetWarningsForNodeSelectorTerm).
 */
const preferredValuesCheckedSince: Minor = 33;

/** Wherever the pod chooses nodes by labels that are going away. */
export function warnAboutNodeLabels(scope: PodScope): void {
  const { spec, specPath } = scope;
  for (const key in spec.nodeSelector) warnAboutNodeLabel(key, () => specPath.child('nodeSelector').key(key), scope);
  spec.topologySpreadConstraints?.forEach(({ topologyKey = '' }, i) => {
    warnAboutNodeLabel(
      topologyKey,
      () => specPath.child('topologySpreadConstraints').index(i).child('topologyKey'),
      scope,
    );
  });
  if (spec.affinity?.nodeAffinity)
    warnAboutNodeAffinity(spec.affinity.nodeAffinity, specPath.child('affinity', 'nodeAffinity'), scope);
}

function warnAboutNodeAffinity(affinity: Decoded<core.NodeAffinity>, path: FieldPath, scope: PodScope): void {
  affinity.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms?.forEach((term, i) => {
    warnAboutNodeSelectorTerm(
      term,
      path.child('requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms').index(i),
      scope,
    );
  });
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ preference = {} }, i) => {
    const termPath = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(i).child('preference');
    warnAboutNodeSelectorTerm(preference, termPath, scope);
    if (scope.minor >= preferredValuesCheckedSince) warnAboutValues(preference, termPath, scope);
  });
}

type LabelScope = Pick<PodScope, 'minor' | 'warn'>;

/** Labels of nodes in a term that has to be met (GetWarningsForNodeSelectorTerm, pkg/api/node/util.go). */
export function warnAboutNodeSelectorTerm(
  { matchExpressions }: Decoded<core.NodeSelectorTerm>,
  path: FieldPath,
  scope: LabelScope,
): void {
  matchExpressions?.forEach(({ key = '' }, i) =>
    warnAboutNodeLabel(key, () => path.child('matchExpressions').index(i).child('key'), scope),
  );
}

/** GetNodeLabelDeprecatedMessage. */
export function warnAboutNodeLabel(key: string, path: () => FieldPath, { minor, warn }: LabelScope): void {
  const label = deprecatedLabels.get(key);
  if (label && minor >= (label.since ?? 0)) warn(path(), says.deprecated({ key, instead: label.instead() }));
}

/** Wherever else nodes are selected (GetWarningsForNodeSelector). */
export function warnAboutNodeSelector(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector = {},
  path: FieldPath,
  scope: LabelScope,
): void {
  matchExpressions.forEach(({ key = '' }, i) => {
    warnAboutNodeLabel(key, () => path.child('matchExpressions').index(i).child('key'), scope);
  });
  for (const key in matchLabels) warnAboutNodeLabel(key, () => path.child('matchLabels').key(key), scope);
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
          says['invalid-value']({ value, problem }),
        );
    });
  });
}
