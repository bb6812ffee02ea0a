import type { CacheFile } from './cache-file.js';

/** What V8 made of a script, and of which state of its file. */
interface Entry {
  readonly stamp: string;
  readonly start: number;
  readonly length: number;
}

/** What V8 makes of scripts when it compiles them, for the next run: compiling takes most of the time of a short one. */
export class CodeCache {
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly bytes: Buffer;

  constructor(private readonly file: CacheFile) {
    const kept = file.read() ?? Buffer.alloc(0);
    const [entries, behind] = readHead(kept);
    this.entries = entries;
    this.bytes = kept.subarray(behind);
  }

  /** `stamp`: tells one state of the script's file from another. */
  find(name: string, stamp: string): Buffer | undefined {
    const entry = this.entries.get(name);
    return entry?.stamp === stamp ? this.bytes.subarray(entry.start, entry.start + entry.length) : undefined;
  }

  /**
   * Keeps these, and of the others what was kept before.
   *
   * @param stampOf the state of a script's file now; undefined where an upgrade has taken it away
   */
  keep(
    made: ReadonlyMap<string, { readonly stamp: string; readonly data: Buffer }>,
    stampOf: (name: string) => string | undefined,
  ): void {
    const all = new Map(made);
    for (const name of this.entries.keys()) {
      const stamp = all.has(name) ? undefined : stampOf(name);
      const data = stamp === undefined ? undefined : this.find(name, stamp);
      if (stamp !== undefined && data) all.set(name, { stamp, data });
    }
    let start = 0;
    const entries: [string, Entry][] = [];
    for (const [name, { stamp, data }] of all) {
      entries.push([name, { stamp, start, length: data.length }]);
      start += data.length;
    }
    this.file.write([Buffer.from(`${JSON.stringify(entries)}\n`), ...[...all.values()].map(({ data }) => data)]);
  }
}

/** The entries, and where the bytes begin. A file that does not read holds nothing. */
function readHead(kept: Buffer): [entries: ReadonlyMap<string, Entry>, behind: number] {
  const end = kept.indexOf('\n');
  try {
    return [new Map(JSON.parse(kept.toString('utf8', 0, Math.max(end, 0))) as [string, Entry][]), end + 1];
  } catch {
    return [new Map(), kept.length];
  }
}
