import { own } from '@podlint/plain';
import { visible } from '../sanitize.js';

/** Attributes in the order in which they are written. */
export type Attributes = Readonly<Record<string, string | number>>;

/** An element with what is in it, which is markup already. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${markup(String(value))}"`);
  const opening = `<${name}${written.join('')}`;
  return content.length === 0 ? `${opening}/>` : `${opening}>${content.join('')}</${name}>`;
}

/**
 * What no XML document may hold: surrogates without their other half, and the two code points that are no characters.
 */
const notXml = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as markup; control characters and the like are written out. */
export function markup(text: string): string {
  return visible(text)
    .replace(notXml, '\ufffd')
    .replace(/[&<>"]/g, (char) => own(entities, char)!);
}
