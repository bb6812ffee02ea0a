import { existsSync } from 'node:fs';
import path from 'node:path';

/** Tells which repository a file is in, where one lies within another: a submodule, or a clone. */
export class Repositories {
  private readonly tops = new Map<string, string | undefined>();
  private readonly own: string | undefined;

  constructor(cwd: string) {
    this.own = this.topOf(cwd);
  }

  /** The top of another repository that holds a file; undefined for a file of this one. */
  otherOf(absolute: string): string | undefined {
    const top = this.topOf(path.dirname(absolute));
    return top === this.own ? undefined : top;
  }

  private topOf(folder: string): string | undefined {
    if (this.tops.has(folder)) return this.tops.get(folder);
    const parent = path.dirname(folder);
    const above = parent === folder ? undefined : this.topOf(parent);
    const top = existsSync(path.join(folder, '.git')) ? folder : above;
    this.tops.set(folder, top);
    return top;
  }
}
