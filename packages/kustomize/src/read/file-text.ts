import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import type { SourceFile } from '../files/file-tree.js';

// In browsers and in Node, but in no library of TypeScript's that this package uses.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A file as text. */
export function fileText(file: SourceFile): string {
  const text = textOrNone(file);
  if (text === undefined)
    throw new BuildFailure('yaml', says['not-utf-8']({ path: file.name }), { file: file.name, start: 0, end: 0 });
  return text;
}

/** Undefined for bytes that are no UTF-8. */
export function textOrNone({ content }: SourceFile): string | undefined {
  if (typeof content === 'string') return content;
  try {
    return utf8.decode(content);
  } catch {
    return undefined;
  }
}
