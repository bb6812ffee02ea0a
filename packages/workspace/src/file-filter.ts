import path from 'node:path';
import { parseGlob } from './glob.js';
import { ignoreRules, isIgnored, type IgnoreChain } from './gitignore.js';
import { isBelowNotOwn } from './not-own.js';
import { isManifestName } from './manifest-name.js';

export interface FilterOptions {
  readonly cwd: string;
  readonly ignore: readonly string[];
  /** Whether a name is one of a folder, where files are that are not on the disk. */
  readonly isFolder: (name: string) => boolean;
}

type Accepts = (absolute: string) => boolean;

/** What arguments stand for among files that are not on the disk, as `discover` finds it there. */
export class FileFilter {
  private readonly ignores: IgnoreChain;
  private readonly accepted: readonly Accepts[];

  constructor(
    args: readonly string[],
    private readonly options: FilterOptions,
  ) {
    const { cwd, ignore } = options;
    this.ignores = ignore.length > 0 ? [ignoreRules(cwd, ignore)] : [];
    this.accepted = (args.length === 0 ? ['.'] : args).map((argument) => this.acceptsOf(argument));
  }

  /** Whether a file is meant, by its name from the working directory. */
  accepts(name: string): boolean {
    if (/(?:^|\/)node_modules\//.test(name)) return false;
    const absolute = path.resolve(this.options.cwd, name);
    return this.accepted.some((accepts) => accepts(absolute)) && !isIgnored(absolute, 'file', this.ignores);
  }

  /** Whether an argument is a name, and no glob. */
  isPlain(argument: string): boolean {
    return parseGlob(argument, this.options.cwd) === undefined;
  }

  private acceptsOf(argument: string): Accepts {
    const { cwd, isFolder } = this.options;
    const absolute = path.resolve(cwd, argument);
    if (isFolder(argument)) {
      const prefix = absolute.endsWith(path.sep) ? absolute : absolute + path.sep;
      return (file) => file.startsWith(prefix) && isManifestName(file) && !isBelowNotOwn(file, absolute);
    }
    const glob = parseGlob(argument, cwd);
    return (file) => file === absolute || (glob?.accept(file) ?? false);
  }
}
