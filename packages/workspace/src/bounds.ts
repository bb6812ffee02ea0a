import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * How far the configs and links of a tree reach. Who checks a stranger's branch has them followed: they must not name,
 * and so show or change, what else is on the machine.
 */
export class Bounds {
  private readonly tops = new Map<string, string | undefined>();

  constructor(private readonly cwd: string) {}

  /**
   * The folder that a file may not lead out of: the repository that it is in, or else the working directory that it is
   * below. Undefined where it is in neither: it is its user's own.
   */
  of(from: string): string | undefined {
    return this.top(path.dirname(from)) ?? (isInside(from, this.cwd) ? this.cwd : undefined);
  }

  /** Whether a file, without links, is where another one may lead; it need not be there yet. */
  holds(file: string, from: string): boolean {
    const root = this.of(from);
    return root === undefined || isInside(realPath(file), realpathSync(root));
  }

  private top(folder: string): string | undefined {
    if (this.tops.has(folder)) return this.tops.get(folder);
    const parent = path.dirname(folder);
    const above = parent === folder ? undefined : this.top(parent);
    const found = existsSync(path.join(folder, '.git')) ? folder : above;
    this.tops.set(folder, found);
    return found;
  }
}

/** Of what is not there, as far as there is something. */
function realPath(file: string): string {
  if (existsSync(file)) return realpathSync(file);
  const parent = path.dirname(file);
  return parent === file ? file : path.join(realPath(parent), path.basename(file));
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
