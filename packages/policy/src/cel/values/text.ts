/**
 * Strings as Go's []rune sees them. JavaScript's strings are UTF-16; those without surrogates, nearly all, need no
 * other form.
 */
const surrogates = /[\ud800-\udfff]/;

export interface Runes {
  readonly length: number;
  slice(start: number, end: number): string;
  indexOf(part: string, from: number): number;
  lastIndexOf(part: string, from: number): number;
}

export function runesOf(text: string): Runes {
  return surrogates.test(text) ? new Split(Array.from(text)) : text;
}

class Split implements Runes {
  constructor(private readonly runes: readonly string[]) {}

  get length(): number {
    return this.runes.length;
  }

  slice(start: number, end: number): string {
    return this.runes.slice(start, end).join('');
  }

  indexOf(part: string, from: number): number {
    const parts = Array.from(part);
    for (let at = from; at + parts.length <= this.runes.length; at++) if (this.isAt(parts, at)) return at;
    return -1;
  }

  lastIndexOf(part: string, from: number): number {
    const parts = Array.from(part);
    for (let at = Math.min(from, this.runes.length - parts.length); at >= 0; at--) if (this.isAt(parts, at)) return at;
    return -1;
  }

  private isAt(parts: readonly string[], at: number): boolean {
    return parts.every((rune, offset) => this.runes[at + offset] === rune);
  }
}

export function runeCount(text: string): number {
  if (!surrogates.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** How many bytes the string has in UTF-8. */
export function byteCount(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    // A surrogate pair is two units here and four bytes.
    bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** By bytes of UTF-8, which is by code points; UTF-16 units order surrogates before U+E000. */
export function compareTexts(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  if (!surrogates.test(a) && !surrogates.test(b)) return a < b ? -1 : 1;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return weight(a, at) < weight(b, at) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

function weight(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
