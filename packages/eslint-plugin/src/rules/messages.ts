import { own } from '@podlint/plain';
import type { ReportedDiagnostic } from '@podlint/engine';
import { definedTexts } from '@podlint/messages';

type Texts = Record<string, string>;

/** Texts with `{names}` as ESLint writes them: `{{ names }}`. */
export function messagesOf(texts: Readonly<Texts>): Texts {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, inEslint(text)]));
}

let ofCodes: Texts | undefined;

/** The texts of all codes; which of them a code says is known only when it is said. */
export function messagesOfCodes(): Texts {
  return (ofCodes ??= messagesOf(Object.fromEntries(definedTexts())));
}

function inEslint(text: string): string {
  return text.replace(/\{([\w-]+)\}/g, '{{ $1 }}');
}

/**
 * What ESLint prints for a finding: by the id of its message, so that it is in the report of formatters, unless what
 * ESLint would put together is not what podlint says.
 */
export function messageIn(
  messages: Readonly<Texts>,
  { message, messageId, data: told }: ReportedDiagnostic,
): { messageId: string; data: Data } | { message: string } {
  const template = Object.hasOwn(messages, messageId) ? messages[messageId] : undefined;
  const data = withSentences(told);
  return template !== undefined && filled(template, data) === message ? { messageId, data } : { message };
}

type Data = Record<string, string | number>;

/** A report has the id of a sentence that stands behind another one, and ESLint needs its words. */
function withSentences(data: Readonly<Data>): Data {
  const texts = definedTexts();
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, texts.get(String(value)) ?? value]));
}

/** As ESLint does it (lib/linter/interpolate.js). */
function filled(template: string, data: Readonly<Data>): string {
  return template.replace(/\{\{([^{}]+?)\}\}/gu, (whole, name: string) => String(own(data, name.trim()) ?? whole));
}
