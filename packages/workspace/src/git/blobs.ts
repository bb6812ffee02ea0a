import { partialClone } from './changed.js';
import type { Git } from './git.js';

/** What git holds under the names of objects, read many at once: starting git takes longer than reading a file. */
export class Blobs {
  private readonly known = new Map<string, Buffer>();

  constructor(
    private readonly git: Git,
    /** What the objects are of, for messages. */
    private readonly ref: string,
  ) {}

  /** @returns undefined for one that is longer than the limit it was loaded with */
  get(id: string): Buffer | undefined {
    return this.known.get(id);
  }

  /**
   * Reads those that are not longer than a limit, in bytes.
   * @throws GitError where the clone lacks one
   */
  load(ids: Iterable<string>, limit: number): void {
    const wanted = [...new Set(ids)].filter((id) => !this.known.has(id));
    if (wanted.length === 0) return;
    const short = this.sizesOf(wanted).flatMap(({ id, size }) => (size <= limit ? [id] : []));
    if (short.length > 0) this.read(short);
  }

  private sizesOf(ids: readonly string[]): { id: string; size: number }[] {
    const lines = this.git
      .bytes(`${ids.join('\n')}\n`, 'cat-file', '--batch-check')
      .toString('utf8')
      .split('\n');
    return lines.flatMap((line) => {
      const [id = '', type, size] = line.split(' ');
      if (type === 'missing') throw partialClone(this.ref);
      return type === 'blob' ? [{ id, size: Number(size) }] : [];
    });
  }

  /** `<id> blob <size>`, the content and a line feed for each (git-cat-file, BATCH OUTPUT). */
  private read(ids: readonly string[]): void {
    const answer = this.git.bytes(`${ids.join('\n')}\n`, 'cat-file', '--batch');
    for (let at = 0; at < answer.length;) {
      const end = answer.indexOf('\n', at);
      const [id = '', type, size] = answer.toString('utf8', at, end).split(' ');
      if (type === 'missing') throw partialClone(this.ref);
      const start = end + 1;
      at = start + Number(size);
      this.known.set(id, answer.subarray(start, at));
      at++;
    }
  }
}
