import { own } from '@podlint/plain';
import {
  entryAt,
  rename,
  set,
  type FindingInRun,
  type FixProposal,
  type RunObject,
  type RunView,
} from '@podlint/engine/rule';
import { labelsMatch } from '@podlint/model';
import type { KnownObject, LabelSelector, Labels, RefFacts } from './facts.js';
import { isAllThere, levelOfMissing, type CompleteOption } from './meaning.js';
import { indexOf, type RunIndex } from './run-index.js';

type LabelMap = Parameters<typeof entryAt<string>>[0];

/** The objects of the namespace whose Pods are selected. */
export function selectedBy(index: RunIndex, { namespace }: RunObject, selector: LabelSelector): readonly KnownObject[] {
  return index.pods.candidates(namespace, selector).filter(({ facts }) => labelsMatch(selector, facts.labels));
}

/** A label that a selector most likely means. */
interface NearLabel {
  readonly key: string;
  readonly value: string;
  readonly meantKey: string;
  readonly meantValue: string;
  readonly pod: KnownObject;
}

/** A selector without conditions means everything. */
function hasConditions({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return Object.keys(matchLabels).length + matchExpressions.length > 0;
}

/** The rules about selectors say the same. */
export const selectionMessages = {
  near: 'No Pod of the namespace has the label "{key}: {value}", but {kind} "{name}" has "{meantKey}: {meantValue}". Did you mean that?',
  nothing: 'No Pod of the files of this run, in namespace "{namespace}", has these labels ({labels}).',
  pods: 'the labels of the Pods',
} as const;

interface Selection {
  readonly object: RunObject;
  readonly selector: LabelSelector;
  /** Where its labels are. */
  readonly at: LabelMap;
  readonly isAll: boolean;
}

interface EmptySelection {
  readonly object: RunObject;
  readonly found: FindingInRun<keyof typeof selectionMessages>;
}

/**
 * What is to be said of the selectors of a run that select nothing.
 * @param labelsOf where the labels are that an object selects by; undefined for one of which a rule does not speak
 */
export function* emptySelections(
  view: RunView<RefFacts>,
  options: CompleteOption,
  labelsOf: (known: KnownObject) => LabelMap | undefined,
): Generator<EmptySelection> {
  const index = indexOf(view);
  const isAll = isAllThere(view, options);
  for (const known of view.collected) {
    const { object, facts } = known;
    const at = facts.selects && labelsOf(known);
    const found = at && emptySelection(index, { object, selector: facts.selects, at, isAll });
    if (found) yield { object, found };
  }
}

/** Undefined where the selector selects something. */
function emptySelection(
  index: RunIndex,
  { object, selector, at, isAll }: Selection,
): FindingInRun<keyof typeof selectionMessages> | undefined {
  if (!hasConditions(selector) || selectedBy(index, object, selector).length > 0) return undefined;
  const near = nearLabel(index, object, selector);
  if (!near) {
    const data = { namespace: object.namespace, labels: textOf(selector) };
    return { at, message: 'nothing' as const, data, level: levelOfMissing(isAll) };
  }
  const { key, value, meantKey, meantValue, pod } = near;
  const { kindName: kind, name, podAt } = pod.object;
  return {
    at: entryAt(at, key),
    message: 'near' as const,
    data: { key, value, meantKey, meantValue, kind, name },
    level: 'warn' as const,
    fixes: (): readonly FixProposal[] => [fixOf(near, at)],
    related: podAt ? [{ object: pod.object, at: podAt.metadata.labels, message: 'pods' as const }] : [],
  };
}

function fixOf({ key, meantKey, meantValue }: NearLabel, at: LabelMap): FixProposal {
  const entry = entryAt(at, key);
  return {
    title: `Change it to "${meantKey}: ${meantValue}"`,
    safety: 'unsafe',
    changes: [key === meantKey ? set(entry, meantValue) : rename(entry, meantKey)],
  };
}

/** The label of a Pod in the same folder that differs from a wanted one by a slip, where all others are as wanted. */
function nearLabel(index: RunIndex, object: RunObject, { matchLabels = {} }: LabelSelector): NearLabel | undefined {
  for (const [key, value = ''] of Object.entries<string | undefined>(matchLabels)) {
    const found = index.nearLabel(object, key, value);
    if (found && isRestMatched(matchLabels, key, found.pod.facts.labels ?? {})) return { key, value, ...found };
  }
  return undefined;
}

function isRestMatched(wanted: Labels, key: string, labels: Labels): boolean {
  return Object.entries(wanted).every(([other, value]) => other === key || own(labels, other) === value);
}

function textOf({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const labels = Object.entries<string | undefined>(matchLabels).map(([key, value = '']) => `${key}: ${value}`);
  const conditions = matchExpressions.map(({ key = '', operator = '' }) => `${key} ${operator}`);
  return [...labels, ...conditions].join(', ');
}
