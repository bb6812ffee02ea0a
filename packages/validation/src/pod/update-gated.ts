import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import { type Decoded, type FieldPath, type core, semanticEqual } from '@podlint/model';
import type { Context } from '../context.js';
import type { StringMap } from '../meta/labels.js';

type NodeAffinity = Decoded<core.NodeAffinity>;
type Term = Decoded<core.NodeSelectorTerm>;
type Requirement = Decoded<core.NodeSelectorRequirement>;

const onlyNarrower =
  'While scheduling gates hold the Pod back, its choice of nodes can be narrowed and not be changed otherwise.';

const says = defineMessages('gated-pod-update', {
  'node-selector': `${onlyNarrower} Set "{key}" to "{value}" again.`,
  'term-count': `${onlyNarrower} The Pod has {count} required terms, and each more would widen the choice. Keep their number.`,
  term: `${onlyNarrower} Keep what the term says, and add to the end of it.`,
});

/** validateNodeSelectorMutation, pkg/apis/core/validation/validation.go. */
export function validateNodeSelectorKept(
  selector: StringMap = {},
  oldSelector: StringMap = {},
  path: FieldPath,
  { report }: Context,
): void {
  const lost = Object.keys(oldSelector).find(
    (key) => !Object.hasOwn(selector, key) || own(selector, key) !== own(oldSelector, key),
  );
  if (lost !== undefined)
    report.invalid(path, says['node-selector']({ key: lost, value: own(oldSelector, lost) ?? '' }), {
      at: path.key(lost),
    });
}

/** validateNodeAffinityMutation: expressions can be added at the end of the old terms. */
export function validateNodeAffinityKept(
  affinity: NodeAffinity | undefined,
  oldAffinity: NodeAffinity | undefined,
  path: FieldPath,
  { report }: Context,
): void {
  const terms = requiredTerms(affinity);
  const oldTerms = requiredTerms(oldAffinity);
  const termsPath = path.child('requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms');
  if (oldTerms.length === 0 || semanticEqual(affinity, oldAffinity, 'nodeAffinity')) return;
  if (terms.length !== oldTerms.length) {
    report.invalid(termsPath, says['term-count']({ count: oldTerms.length }));
    return;
  }
  oldTerms.forEach((old, i) => {
    if (!isNarrower(terms[i] ?? {}, old)) report.invalid(termsPath.index(i), says.term());
  });
}

function requiredTerms(affinity: NodeAffinity | undefined): readonly Term[] {
  return affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
}

/** An empty term selects no nodes, so that adding to it would widen the choice. */
function isNarrower(term: Term, old: Term): boolean {
  const { matchExpressions: oldExpressions = [], matchFields: oldFields = [] } = old;
  const { matchExpressions = [], matchFields = [] } = term;
  if (oldExpressions.length + oldFields.length === 0) return matchExpressions.length + matchFields.length === 0;
  return startsWith(matchExpressions, oldExpressions) && startsWith(matchFields, oldFields);
}

function startsWith(requirements: readonly Requirement[], old: readonly Requirement[]): boolean {
  return semanticEqual(requirements.slice(0, old.length), old, 'matchExpressions');
}
