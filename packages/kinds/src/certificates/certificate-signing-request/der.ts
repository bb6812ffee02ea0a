/** Reads values of ASN.1's distinguished encoding (X.690) one after the other. */
export interface DerReader {
  /** What the next value holds, if it has that tag; the reader is behind it then. */
  enter(tag: number): DerReader | undefined;
  isAtEnd(): boolean;
}

/** `bytes`: each as one character. */
export function derReader(bytes: string): DerReader {
  let at = 0;
  return {
    enter(tag) {
      const header = bytes.charCodeAt(at) === tag ? lengthAt(bytes, at + 1) : undefined;
      if (!header || header.start + header.length > bytes.length) return undefined;
      at = header.start + header.length;
      return derReader(bytes.slice(header.start, at));
    },
    isAtEnd: () => at === bytes.length,
  };
}

/** A length is one byte, or a byte that says in how many it is written. */
function lengthAt(bytes: string, at: number): { start: number; length: number } | undefined {
  const first = bytes.charCodeAt(at);
  if (first < 0x80) return { start: at + 1, length: first };
  const count = first & 0x7f;
  if (Number.isNaN(first) || count === 0 || count > 3) return undefined;
  let length = 0;
  for (let i = 1; i <= count; i++) length = length * 256 + bytes.charCodeAt(at + i);
  return { start: at + 1 + count, length };
}
