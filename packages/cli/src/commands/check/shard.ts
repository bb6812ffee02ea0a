import { hash64 } from '@podlint/engine';
import { UsageError } from '../../command-line/usage-error.js';

/** One part of the files of a run. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** `2/3`; undefined without one. Throws UsageError. */
export function parseShard(text: string | undefined, paths: readonly string[]): Shard | undefined {
  if (text === undefined) return undefined;
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count)
    throw new UsageError(`--shard takes a part and their number, from 1/3 to 3/3 for three, not "${text}"`);
  if (paths.includes('-'))
    throw new UsageError(
      '--shard chooses among files, and stdin is none: split the stream into files, or check it as a whole',
    );
  return { index, count };
}

/**
 * A file is in the same shard wherever and with whatever other files it is checked; a name says nothing of size, so
 * shards come out about equal.
 */
export function isInShard(path: string, { index, count }: Shard): boolean {
  return parseInt(hash64(path).slice(-8), 16) % count === index - 1;
}
