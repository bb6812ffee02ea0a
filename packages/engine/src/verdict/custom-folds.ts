import { addTo } from '@podlint/plain';
import { textOf } from '@podlint/messages';
import type { NodeId } from '@podlint/syntax';
import type { SourceObject } from '../documents/objects.js';
import type { Finding } from '../findings/finding.js';
import { nodeAt } from '../findings/locate.js';
import { notChecked } from './certain-answer.js';
import type { CustomResources } from './custom-resources.js';

type Answer = NonNullable<ReturnType<CustomResources['judge']>>;
type FieldErrorOf = NonNullable<Answer['errors']>[number];

/** One mistake, and what else the server says of it. */
interface Told {
  readonly error: FieldErrorOf;
  readonly following: readonly FieldErrorOf[];
}

/**
 * All that the server says of one value that is no list or mapping is about the same mistake: a number where an integer or
 * a text is needed is refused four times.
 */
export function toldOnce(object: SourceObject, errors: readonly FieldErrorOf[]): Told[] {
  const byValue = new Map<NodeId | FieldErrorOf, FieldErrorOf[]>();
  for (const error of errors) addTo(byValue, scalarAt(object, error) ?? error, error);
  return [...byValue.values()].map((said) => {
    const error = said.reduce((most, one) => (tellingOf(one) > tellingOf(most) ? one : most));
    return { error, following: said.filter((one) => one !== error) };
  });
}

function scalarAt({ document, node: start }: SourceObject, { at, message }: FieldErrorOf): NodeId | undefined {
  const node = message.id === notChecked ? undefined : nodeAt(document, start, at);
  return node !== undefined && document.kind(node) === 'scalar' ? node : undefined;
}

const combinations: ReadonlySet<string> = new Set(
  ['no-match', 'not-one', 'not-all', 'forbidden'].map((key) => `custom-object/${key}`),
);

/** A type says most, the one that names most types before all; that no branch of a combination fits says least. */
function tellingOf({ message }: FieldErrorOf): number {
  if (message.id === 'custom-object/type') return 1 + textOf(message).length;
  return combinations.has(message.id) ? 0 : 1;
}

/** Where the shape is wrong, the server says that rules were not run: that follows from what is wrong. */
export function foldedNotice(findings: readonly Finding[]): Finding[] {
  const notice = findings.find(({ message }) => message.id === notChecked);
  const [first, ...more] = findings.filter((one) => one !== notice);
  if (!notice || !first) return [...findings];
  return [withFollowing(first, [notice]), ...more];
}

export function withFollowing(cause: Finding, following: readonly Finding[]): Finding {
  const more = following.map(({ code, severity, path, api }) => ({ code, severity, path, api }));
  return more.length === 0 ? cause : { ...cause, follows: [...cause.follows, ...more] };
}
