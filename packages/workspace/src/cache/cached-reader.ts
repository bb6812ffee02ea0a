import { type BigIntStats, statSync } from 'node:fs';
import { needsOf, type TextNeeds } from '@podlint/engine';
import { wholeLimit } from '../long-text.js';
import { type Content, readFile } from '../read.js';
import { digest } from './digest.js';
import type { CacheStore } from './store.js';

/**
 * A file that was changed so shortly before it was read may be changed again without a sign: clocks of file systems
 * tick up to every two seconds (FAT).
 */
const restingTime = 2000;

interface NamedText {
  readonly name: string;
  readonly needs: TextNeeds;
}

/** What is known of a file as long as nothing tells that it was changed: the name of its text, or why there is none. */
type Known = NamedText | { readonly skipped: string };

/** Reads files, and those that were not changed since an earlier run from the cache. */
export class CachedReader {
  constructor(
    private readonly store: CacheStore,
    /** Milliseconds, as of the file system's clock. */
    private readonly now: () => number = Date.now,
  ) {}

  /** Undefined for what is not there any more, and for what is too long to be kept. */
  read(absolute: string): Content | undefined {
    const before = statsOf(absolute);
    if (!before || before.size > wholeLimit) return undefined;
    const key = keyOf(absolute, before);
    return this.remembered(absolute, key) ?? this.readNow(absolute, before, key);
  }

  private remembered(absolute: string, key: string): Content | undefined {
    const value = this.store.get(key);
    const known = value === undefined ? undefined : (JSON.parse(value) as Known);
    if (!known || 'skipped' in known) return known;
    return this.store.has(known.name) ? keptText(known, this.store, absolute) : undefined;
  }

  private readNow(absolute: string, before: BigIntStats, key: string): Content {
    const isResting = this.now() - lastChange(before) > restingTime;
    const content = readFile(absolute);
    if ('unreadable' in content) return content;
    const known: Known = 'text' in content ? knownOf(content.text) : content;
    const after = statsOf(absolute);
    if (isResting && after && keyOf(absolute, after) === key) {
      if ('text' in content && 'name' in known) this.store.put(known.name, content.text);
      this.store.put(key, JSON.stringify(known));
    }
    return { ...content, ...known };
  }
}

function knownOf(text: string): Known {
  return { name: nameOfText(text), needs: needsOf(text) };
}

/** A text by what it says. */
export function nameOfText(text: string): string {
  return digest(text);
}

function keptText({ name, needs }: NamedText, store: CacheStore, absolute: string): Content {
  return {
    name,
    needs,
    get text() {
      const kept = store.get(name);
      if (kept !== undefined) return kept;
      // Damaged, and found out late.
      const content = readFile(absolute);
      return 'text' in content ? content.text : '';
    },
  };
}

function statsOf(absolute: string): BigIntStats | undefined {
  return statSync(absolute, { bigint: true, throwIfNoEntry: false });
}

function lastChange({ mtimeMs, ctimeMs }: BigIntStats): number {
  return Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs);
}

function keyOf(absolute: string, { dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return digest('file and its needs', absolute, `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`);
}
