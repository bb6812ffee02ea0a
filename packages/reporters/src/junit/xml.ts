import { own } from '@podlint/plain';
import { visible } from '../sanitize.js';

type Attributes = Readonly<Record<string, string | number | undefined>>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text for XML 1.0, which has no form for some characters, not even an escaped one: they are written out. Lines of a
 * text stay.
 */
function xmlText(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      visible(line)
        .replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd')
        .replace(/[&<>"]/g, (char) => own(entities, char)!),
    )
    .join('\n');
}

/** An element on lines of its own, its content (lines) indented. */
export function element(name: string, attributes: Attributes, content: readonly string[] = []): string[] {
  const start = `<${name}${attributesText(attributes)}`;
  if (content.length === 0) return [`${start}/>`];
  return [`${start}>`, ...content.map((line) => `  ${line}`), `</${name}>`];
}

/** An element that holds text, which is kept as it is. */
export function textElement(name: string, attributes: Attributes, text: string): string[] {
  return [`<${name}${attributesText(attributes)}>${xmlText(text)}</${name}>`];
}

function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(String(value)).replaceAll('\n', ' ')}"`))
    .join('');
}
