import path from 'node:path';
import type { SourceFile } from '@podlint/engine';
import { type IgnoreChain, ignoreRules, isIgnored } from './gitignore.js';
import { notUtf8, reasons, sizeLimit } from './reasons.js';

export interface GivenOptions {
  readonly cwd: string;
  /** Patterns in .gitignore's language, relative to `cwd`, of what to leave out. */
  readonly ignore?: readonly string[];
  /** Whether a config leaves a file out, by its absolute path. */
  readonly isIgnored?: (absolute: string) => boolean;
}

/**
 * Files that come with their text from somewhere else: each is taken for what it would be if it were met in a folder.
 */
export class GivenFiles {
  private readonly ignores: IgnoreChain;

  constructor(private readonly options: GivenOptions) {
    this.ignores = options.ignore?.length ? [ignoreRules(options.cwd, options.ignore)] : [];
  }

  source(name: string, text: string): SourceFile {
    const skipped = this.reasonToSkip(path.resolve(this.options.cwd, name)) ?? reasonWithoutText(text);
    return skipped === undefined ? { path: name, text } : { path: name, skipped };
  }

  private reasonToSkip(absolute: string): string | undefined {
    if (isIgnored(absolute, 'file', this.ignores)) return reasons.ignored;
    return this.options.isIgnored?.(absolute) ? reasons.ignoredByConfig : undefined;
  }
}

function reasonWithoutText(text: string): string | undefined {
  if (Buffer.byteLength(text) > sizeLimit) return reasons.tooLarge;
  if (text.includes('\0')) return reasons.binary;
  const half = halfCharacter.exec(text);
  if (half) return notUtf8(text.slice(0, half.index).split('\n').length);
  return /\S/.test(text) ? undefined : reasons.empty;
}

/** A surrogate by itself, which UTF-8 has no form for. */
const halfCharacter = /\p{Surrogate}/u;
