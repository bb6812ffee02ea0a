import type { ReportedDiagnostic } from '@podlint/engine';
import { own } from '@podlint/plain';
import { namesIn, partsOf, templateOf } from '@podlint/messages';
import type { Message, MultiformatMessageString } from 'sarif';
import type { CodeDescription } from '../reporter.js';
import { visible } from '../sanitize.js';

/** The text of a message with `{names}` in it; undefined where nobody knows it. */
function textBehind(id: string, messages: CodeDescription['messages']): string | undefined {
  return messages && Object.hasOwn(messages, id) ? messages[id] : templateOf(id);
}

/** A text as SARIF has it: with numbers for names, and braces that are none of a name written twice (3.11.5). */
function messageString(template: string): MultiformatMessageString {
  const names = namesIn(template);
  const parts = partsOf(template).map((part, at) =>
    at % 2 === 0 ? part.replace(/[{}]/g, '$&$&') : `{${names.indexOf(part)}}`,
  );
  return { text: parts.join('') };
}

/**
 * The texts of a code's messages, by ids: all of a rule's, and of the others those that the run says.
 * @param ids of the messages that were said
 */
export function messageStrings(
  ids: readonly string[],
  messages: CodeDescription['messages'],
): Record<string, MultiformatMessageString> {
  const all = [...new Set([...Object.keys(messages ?? {}), ...ids])].sort();
  return Object.fromEntries(
    all.flatMap((id) => {
      const text = textBehind(id, messages);
      return text === undefined ? [] : [[id, messageString(text)]];
    }),
  );
}

/**
 * Where to find the text of a message, and what stands in it. The text of its own, which every result has, goes before
 * that one (3.11.7), but viewers put the arguments into it too: it gets none if something in it looks like their place.
 */
export function messageReference(
  { message, messageId, data }: ReportedDiagnostic,
  messages: CodeDescription['messages'],
): Pick<Message, 'id' | 'arguments'> {
  const text = textBehind(messageId, messages);
  if (text === undefined) return {};
  const names = namesIn(text);
  if (names.length === 0 || /\{\d+\}/.test(message)) return { id: messageId };
  return { id: messageId, arguments: names.map((name) => visible(String(own(data, name) ?? `{${name}}`))) };
}
