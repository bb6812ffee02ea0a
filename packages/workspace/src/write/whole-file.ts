import { closeSync, openSync, realpathSync, renameSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { ownFileBeside, remove } from './own-file.js';

/**
 * A file that is written piece by piece and is whole when somebody sees it: until the end it is what it was. What is no
 * file, a pipe say, is written as it comes, and so is a file with several names or in a folder that takes no new one.
 */
export class WholeFile {
  private readonly made: string | undefined;
  private readonly target: string;
  private readonly descriptor: number;

  /** @throws what the file system says; so do all methods */
  constructor(file: string) {
    const stats = statSync(file, { throwIfNoEntry: false });
    this.target = stats ? realpathSync(file) : file;
    const made = isReplaceable(stats) ? openBeside(this.target, stats) : undefined;
    this.made = made?.file;
    this.descriptor = made?.descriptor ?? openSync(this.target, 'w');
  }

  write(text: string): void {
    try {
      writeFileSync(this.descriptor, text);
    } catch (error) {
      this.cancel();
      throw error;
    }
  }

  end(): void {
    closeSync(this.descriptor);
    if (this.made !== undefined) renameSync(this.made, this.target);
  }

  private cancel(): void {
    closeSync(this.descriptor);
    if (this.made !== undefined) remove(this.made);
  }
}

function isReplaceable(stats: Stats | undefined): boolean {
  return !stats || (stats.isFile() && stats.nlink === 1);
}

function openBeside(target: string, stats: Stats | undefined): { file: string; descriptor: number } | undefined {
  const file = ownFileBeside(target, 'new');
  try {
    return { file, descriptor: openSync(file, 'wx', stats ? stats.mode & 0o777 : 0o666) };
  } catch {
    // The file itself may still be written.
    return undefined;
  }
}
