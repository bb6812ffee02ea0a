import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Bounds } from './bounds.js';
import { type Glob, parseGlob } from './glob.js';
import { type IgnoreChain, ignoreRules, isIgnored } from './gitignore.js';
import { isManifestName } from './manifest-name.js';
import { reasonOf, reasons } from './reasons.js';
import { statsAt } from './stats.js';
import { type FoundFile, walk } from './walk.js';

export interface DiscoveryOptions {
  /** The folder that relative arguments and reported paths are relative to. */
  readonly cwd: string;
  /** Patterns in .gitignore's language, relative to `cwd`, of what to leave out. */
  readonly ignore?: readonly string[] | undefined;
}

/** An argument that names nothing that can be checked; the message is one line and says what to do. */
export interface ArgumentProblem {
  readonly argument: string;
  readonly message: string;
}

export interface Discovery {
  /** Each file once, in no particular order. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly ArgumentProblem[];
}

type Argument =
  | { readonly is: 'file' | 'folder'; readonly text: string; readonly absolute: string }
  | { readonly is: 'glob'; readonly text: string; readonly glob: Glob }
  | { readonly is: 'nothing'; readonly text: string; readonly message: string };

/** The files that the arguments (files, folders, globs) stand for. Folders are walked for *.yaml, *.yml and *.json. */
export function discover(args: readonly string[], options: DiscoveryOptions): Discovery {
  const found = new Collector(options);
  const known = args.map((text) => parseArgument(text, options.cwd));
  // Files come first: one that is named and also met in a folder counts as named.
  for (const argument of known) if (argument.is === 'file') found.addFile(argument.text, argument.absolute);
  for (const argument of known) if (argument.is === 'folder') found.addFolder(argument.text, argument.absolute);
  for (const argument of known) if (argument.is === 'glob') found.addGlob(argument.text, argument.glob);
  const problems = known.flatMap((argument) =>
    argument.is === 'nothing' ? [{ argument: argument.text, message: argument.message }] : [],
  );
  return { files: found.files, problems: [...problems, ...found.problems] };
}

class Collector {
  readonly files: FoundFile[] = [];
  readonly problems: ArgumentProblem[] = [];
  private readonly seen = new Set<string>();
  private readonly ignores: IgnoreChain;
  private readonly bounds: Bounds;

  constructor(private readonly options: DiscoveryOptions) {
    this.bounds = new Bounds(options.cwd);
    this.ignores = options.ignore?.length ? [ignoreRules(options.cwd, options.ignore)] : [];
  }

  addFile(text: string, absolute: string): void {
    const file: FoundFile = {
      path: displayPath(absolute, text, this.options.cwd),
      absolute,
      real: realpathSync(absolute),
      origin: 'named',
    };
    this.add(isIgnored(absolute, 'file', this.ignores) ? { ...file, skipped: reasons.ignored } : file);
  }

  addFolder(text: string, absolute: string): void {
    const found = this.walk(text, { folder: absolute, accept: isManifestName, mayHold: () => true });
    if (found === 0)
      this.problems.push({
        argument: text,
        message: `no manifests in folder "${text}": podlint looks for *.yaml, *.yml and *.json that .gitignore and --ignore do not leave out`,
      });
  }

  addGlob(text: string, glob: Glob): void {
    if (this.walk(text, glob) === 0) this.problems.push({ argument: text, message: `no file matches "${text}"` });
  }

  /** Returns how many files the walk met, those that the run had already among them. */
  private walk(text: string, { folder, accept, mayHold }: Glob): number {
    const display = (absolute: string): string => displayPath(absolute, text, this.options.cwd);
    const found = walk(folder, { accept, mayHold, ignores: this.ignores, display, bounds: this.bounds });
    for (const file of found) this.add(file);
    return found.length;
  }

  private add(file: FoundFile): void {
    if (this.seen.has(file.real)) return;
    this.seen.add(file.real);
    this.files.push(file);
  }
}

function parseArgument(text: string, cwd: string): Argument {
  // An unset variable of a script must not stand for the whole working directory.
  if (text === '')
    return { is: 'nothing', text, message: 'an argument is empty: name a file or folder, or "." for this one' };
  const absolute = path.resolve(cwd, text);
  try {
    // First of all a name: `a[1].yaml` may be a file.
    const stats = statSync(absolute);
    accessSync(absolute, constants.R_OK);
    return { is: stats.isDirectory() ? 'folder' : 'file', text, absolute };
  } catch (error) {
    const glob = parseGlob(text, cwd);
    if (glob && isFolder(glob.folder)) return { is: 'glob', text, glob };
    return { is: 'nothing', text, message: whyNothing(text, error) };
  }
}

function isFolder(absolute: string): boolean {
  return statsAt(absolute)?.isDirectory() ?? false;
}

function whyNothing(text: string, error: unknown): string {
  if (/^https?:\/\//.test(text))
    return `"${text}" is a URL, and podlint makes no network calls: download it first, for example curl URL | podlint -`;
  const reason = reasonOf(error);
  return reason === reasons.gone ? `no such file or folder: "${text}"` : `"${text}" is not checked: ${reason}`;
}

/** Relative to the working directory where it is inside it or was named so; with forward slashes. */
function displayPath(absolute: string, argument: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  const isOutside = relative.startsWith('..') || path.isAbsolute(relative);
  return (isOutside && path.isAbsolute(argument) ? absolute : relative).replaceAll(path.sep, '/');
}
