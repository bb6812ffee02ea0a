import type { NumberedDocument } from '@podlint/engine';

/** Reads a text, once for all who ask. */
export type Reader = () => readonly NumberedDocument[];

const readers = new WeakMap<object, Reader>();

/** For podlint's own language: the tree that ESLint walks is read from the text as well. */
export function shareReader(sourceCode: object, reader: Reader): void {
  readers.set(sourceCode, reader);
}

/** Undefined: the language of the file is another one. */
export function readerOf(sourceCode: object): Reader | undefined {
  return readers.get(sourceCode);
}
