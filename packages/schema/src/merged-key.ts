import { addTo } from '@podlint/plain';
import type { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import type { DuplicateKey, NodeId, Range } from '@podlint/syntax';
import { allOf } from './name-list.js';
import type { SchemaProblem } from './problem.js';
import { keyRangeOf, type ObjectSource } from './source.js';

/** A key that a mapping gets twice, with its path. */
export interface KeyTwice extends DuplicateKey {
  readonly key: string | number;
  readonly path: FieldPath;
}

/** Which of the two a merge key brings: the earlier, the later, or both. */
type Kind = 'override' | 'overridden' | 'merges';

const says = defineMessages('duplicate-key', {
  override:
    '"{key}" is set here, and the merge key "<<" sets it too. kubectl accepts that and sends the value written here, but the server refuses such YAML if it gets it unchanged. Set "{key}" in one place only.',
  overridden:
    '"{key}" is set here, and the merge key "<<" below sets it again. kubectl accepts that and sends the value of the merge key, but the server refuses such YAML if it gets it unchanged. Set "{key}" in one place only.',
  merges:
    'The merge key "<<" brings "{key}" from two mappings. kubectl silently sends one of the values, but the server refuses such YAML if it gets it unchanged. Set "{key}" in one mapping only.',
  'override-several':
    '{keys} are set here, and the merge key "<<" sets them too. kubectl accepts that and sends the values written here, but the server refuses such YAML if it gets it unchanged. Set each of them in one place only.',
  'overridden-several':
    '{keys} are set here, and the merge key "<<" below sets them again. kubectl accepts that and sends the values of the merge key, but the server refuses such YAML if it gets it unchanged. Set each of them in one place only.',
  'merges-several':
    'The merge key "<<" brings {keys} from two mappings. kubectl silently sends one of the values, but the server refuses such YAML if it gets it unchanged. Set each of them in one mapping only.',
  brought: 'the merge key brings "{key}" from here',
  again: 'the same in this mapping',
});

export function isMerged({ document }: ObjectSource, { node, first, mapping }: DuplicateKey): boolean {
  return [node, first].some((one) => document.parent(one) !== mapping);
}

/** One merge is one mistake, whatever the number of keys that it brings again. */
export function duplicateMergedKeys(source: ObjectSource, duplicates: readonly KeyTwice[]): SchemaProblem[] {
  return byMerge(duplicates.map((duplicate) => meetingOf(source, duplicate))).map(problemOf);
}

/** A key that meets itself, and the mappings by which it does: the one that merges, and those that bring the key. */
interface Meeting {
  readonly kind: Kind;
  readonly duplicate: KeyTwice;
  readonly at: Range;
  readonly brought: Range;
  readonly mappings: readonly (NodeId | undefined)[];
}

function meetingOf({ document }: ObjectSource, duplicate: KeyTwice): Meeting {
  const { node, first, mapping } = duplicate;
  const [of, ofFirst] = [keyRangeOf(document, node), keyRangeOf(document, first)];
  const kind =
    document.parent(first) === mapping ? 'overridden' : document.parent(node) === mapping ? 'override' : 'merges';
  return {
    ...{ kind, duplicate, mappings: [mapping, document.parent(node), document.parent(first)] },
    ...(kind === 'overridden' ? { at: ofFirst, brought: of } : { at: of, brought: ofFirst }),
  };
}

/** Of one kind, those that share the mapping that merges, or one that is merged. */
function byMerge(meetings: readonly Meeting[]): readonly (readonly [Meeting, ...Meeting[]])[] {
  const leaders = new Map<string, string>();
  const leaderOf = (name: string): string => {
    const above = leaders.get(name) ?? name;
    if (above === name) return name;
    const leader = leaderOf(above);
    leaders.set(name, leader);
    return leader;
  };
  const nameOf = ({ kind }: Meeting, mapping: NodeId | undefined): string => `${kind} ${mapping}`;
  for (const meeting of meetings)
    for (const mapping of meeting.mappings)
      leaders.set(leaderOf(nameOf(meeting, mapping)), leaderOf(nameOf(meeting, meeting.duplicate.mapping)));
  const groups = new Map<string, [Meeting, ...Meeting[]]>();
  for (const meeting of meetings) {
    const leader = leaderOf(nameOf(meeting, meeting.duplicate.mapping));
    addTo(groups, leader, meeting);
  }
  return [...groups.values()];
}

function problemOf([first, ...more]: readonly [Meeting, ...Meeting[]]): SchemaProblem {
  const { key, mapping, path } = first.duplicate;
  const elsewhere = new Map(more.map((meeting) => [meeting.duplicate.mapping, meeting]));
  elsewhere.delete(mapping);
  return {
    code: 'schema/duplicate-key',
    path,
    message: messageOf(first.kind, key, new Set([first, ...more].map(({ duplicate }) => String(duplicate.key)))),
    range: first.at,
    related: [
      { message: says.brought({ key }), range: first.brought },
      ...[...elsewhere.values()].map(({ at }) => ({ message: says.again(), range: at })),
    ],
    // No fix writes into a mapping that others use, too.
    fixes: [],
    also: more.map(({ duplicate }) => duplicate.path),
  };
}

function messageOf(kind: Kind, key: string | number, names: ReadonlySet<string>): Message {
  return names.size === 1 ? says[kind]({ key }) : says[`${kind}-several`]({ keys: allOf([...names]) });
}
