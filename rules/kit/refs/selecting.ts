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
import { indexOf, type MeantLabel, type RunIndex } from './run-index.js';

type LabelMap = Parameters<typeof entryAt<string>>[0];

/** The objects of the namespace whose Pods are selected. */
export function selectedBy(
  index: RunIndex,
  { namespace }: Pick<RunObject, 'namespace'>,
  selector: LabelSelector,
): readonly KnownObject[] {
  return index.pods.candidates(namespace, selector).filter(({ facts }) => labelsMatch(selector, facts.labels));
}

/** A label of a selector, and the one that it may mean. */
interface NearLabel extends MeantLabel {
  readonly key: string;
  readonly value: string;
}

/** A selector without conditions means everything. */
export function hasConditions({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return Object.keys(matchLabels).length + matchExpressions.length > 0;
}

/** The rules about selectors say the same. */
export const selectionMessages = {
  near: 'No Pod of the namespace has the label "{key}: {value}", but {kind} "{name}" has "{meantKey}: {meantValue}". Did you mean that?',
  nothing: 'No Pod of the files of this run, in namespace "{namespace}", has these labels ({labels}).',
  pods: 'the labels of the Pods',
} as const;

/** A selector of an object. */
export interface PlacedSelector {
  readonly selector: LabelSelector;
  /** Where its labels are. */
  readonly at: LabelMap;
  /** Where the Pods are; default: in the namespace of the object. */
  readonly namespaces?: readonly string[];
}

interface Selection extends PlacedSelector {
  readonly object: RunObject;
  readonly isAll: boolean;
}

interface EmptySelection {
  readonly object: RunObject;
  readonly found: FindingInRun<keyof typeof selectionMessages>;
}

/**
 * What is to be said of the selectors of a run that select nothing.
 * @param selectorsOf those of an object of which a rule speaks
 */
export function* emptySelections(
  view: RunView<RefFacts>,
  options: CompleteOption,
  selectorsOf: (known: KnownObject, index: RunIndex) => readonly PlacedSelector[],
): Generator<EmptySelection> {
  const index = indexOf(view);
  const isAll = isAllThere(view, options);
  for (const known of view.collected) {
    const { object } = known;
    for (const placed of selectorsOf(known, index)) {
      const found = emptySelection(index, { object, ...placed, isAll });
      if (found) yield { object, found };
    }
  }
}

/** The selector that is what an object is about. */
export function ownSelector({ facts }: KnownObject, at: LabelMap): readonly PlacedSelector[] {
  return facts.selects ? [{ selector: facts.selects, at }] : [];
}

/** Undefined where the selector selects something. */
function emptySelection(
  index: RunIndex,
  { object, selector, at, namespaces = [object.namespace], isAll }: Selection,
): FindingInRun<keyof typeof selectionMessages> | undefined {
  const isFine = namespaces.some((namespace) => selectedBy(index, { namespace }, selector).length > 0);
  if (!hasConditions(selector) || isFine) return undefined;
  const nears = namespaces.map((namespace) => nearLabel(index, { ...object, namespace }, selector));
  const near = nears.find((one) => one !== undefined);
  if (!near) {
    const data = { namespace: namespaces.join('", "'), labels: textOf(selector) };
    const alike = namespaces.flatMap((namespace) => labelsAlike(index, { ...object, namespace }, selector));
    const [first] = alike;
    const choices = alike.map((one) => ({ title: titleOf(one), changes: changesOf(one, at) }));
    return {
      at: first ? entryAt(at, first.key) : at,
      message: 'nothing' as const,
      data,
      level: levelOfMissing(isAll),
      choices,
    };
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

function fixOf(near: NearLabel, at: LabelMap): FixProposal {
  return { title: titleOf(near), safety: 'unsafe', changes: changesOf(near, at) };
}

function titleOf({ meantKey, meantValue }: NearLabel): string {
  return `Change it to "${meantKey}: ${meantValue}"`;
}

function changesOf({ key, meantKey, meantValue }: NearLabel, at: LabelMap): FixProposal['changes'] {
  const entry = entryAt(at, key);
  return [key === meantKey ? set(entry, meantValue) : rename(entry, meantKey)];
}

/** The label of a Pod in the same folder that differs from a wanted one by a slip, where all others are as wanted. */
function nearLabel(index: RunIndex, object: RunObject, selector: LabelSelector): NearLabel | undefined {
  return labelsOf(selector, (key, value) => index.nearLabel(object, key, value) ?? [])[0];
}

/** Those that may have been meant, also where nobody can be sure of it. */
function labelsAlike(index: RunIndex, object: RunObject, selector: LabelSelector): readonly NearLabel[] {
  return labelsOf(selector, (key, value) => index.labelsAlike(object, key, value));
}

function labelsOf(
  { matchLabels = {} }: LabelSelector,
  meant: (key: string, value: string) => MeantLabel | readonly MeantLabel[],
): readonly NearLabel[] {
  return Object.entries<string | undefined>(matchLabels).flatMap(([key, value = '']) =>
    [meant(key, value)]
      .flat()
      .filter(({ pod }) => isRestMatched(matchLabels, key, pod.facts.labels ?? {}))
      .map((one) => ({ key, value, ...one })),
  );
}

function isRestMatched(wanted: Labels, key: string, labels: Labels): boolean {
  return Object.entries(wanted).every(([other, value]) => other === key || own(labels, other) === value);
}

/** `app: web, tier In` */
export function textOf({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const labels = Object.entries<string | undefined>(matchLabels).map(([key, value = '']) => `${key}: ${value}`);
  const conditions = matchExpressions.map(({ key = '', operator = '' }) => `${key} ${operator}`);
  return [...labels, ...conditions].join(', ');
}
