import type { CacheFile, KeptBytes } from './cache-file.js';

/**
 * What a run did whose compiled code was kept: V8 keeps what was called, so that a run that judges is slow with the code
 * of one that did not.
 */
export type Use = 'judging' | 'other';

/** What V8 made of a script, and of which state of its file. */
interface Entry {
  readonly stamp: string;
  readonly use: Use;
  readonly start: number;
  readonly length: number;
}

/** The same, to be kept. */
export interface MadeCode extends Pick<Entry, 'stamp' | 'use'> {
  readonly data: Buffer;
}

/** What V8 makes of scripts when it compiles them, for the next run: compiling takes most of the time of a short one. */
export class CodeCache {
  private readonly kept: KeptBytes | undefined;
  private readonly entries: ReadonlyMap<string, Entry>;
  /** Where the bytes begin. */
  private readonly behind: number;

  constructor(private readonly file: CacheFile) {
    this.kept = file.open();
    const head = this.kept && headOf(this.kept);
    this.entries = entriesIn(head);
    this.behind = head?.length ?? 0;
  }

  /** `stamp`: tells one state of the script's file from another. */
  find(name: string, stamp: string): Buffer | undefined {
    const entry = this.entries.get(name);
    return entry?.stamp === stamp ? this.kept?.read(this.behind + entry.start, entry.length) : undefined;
  }

  /** Of what is kept of a script. */
  useOf(name: string): Use | undefined {
    return this.entries.get(name)?.use;
  }

  /**
   * Keeps these, and of the others what was kept before.
   *
   * @param stampOf the state of a script's file now; undefined where an upgrade has taken it away
   */
  keep(made: ReadonlyMap<string, MadeCode>, stampOf: (name: string) => string | undefined): void {
    const all = new Map(made);
    for (const [name, { use }] of this.entries) {
      const stamp = all.has(name) ? undefined : stampOf(name);
      const data = stamp === undefined ? undefined : this.find(name, stamp);
      if (stamp !== undefined && data) all.set(name, { stamp, use, data });
    }
    let start = 0;
    const entries: [string, Entry][] = [];
    for (const [name, { stamp, use, data }] of all) {
      entries.push([name, { stamp, use, start, length: data.length }]);
      start += data.length;
    }
    this.file.write([Buffer.from(`${JSON.stringify(entries)}\n`), ...[...all.values()].map(({ data }) => data)]);
  }
}

const longestHead = 1 << 20;

/** The first line, with its end. A file without one holds nothing. */
function headOf(kept: KeptBytes): Buffer | undefined {
  for (let length = 1 << 14; ; length *= 4) {
    const bytes = kept.read(0, Math.min(length, kept.size));
    const end = bytes?.indexOf('\n') ?? -1;
    if (end >= 0) return bytes?.subarray(0, end + 1);
    if (!bytes || length >= kept.size || length > longestHead) return undefined;
  }
}

function entriesIn(head: Buffer | undefined): ReadonlyMap<string, Entry> {
  try {
    return new Map(JSON.parse(head?.toString() ?? '[]') as [string, Entry][]);
  } catch {
    return new Map();
  }
}
