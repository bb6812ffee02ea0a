import { type Dirent, type Stats, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Bounds } from './bounds.js';
import { type IgnoreChain, inheritedIgnores, isIgnored, withGitignoreOf } from './gitignore.js';
import { notOwn } from './not-own.js';
import { reasonOf, reasons } from './reasons.js';

/** A file of the run, or, with `skipped`, one that will not be read and why. */
export interface FoundFile {
  /** As it is reported: relative to the working directory, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** Without symbolic links: two found files with one real path are the same file. */
  readonly real: string;
  readonly origin: 'named' | 'walked';
  readonly skipped?: string;
}

export interface WalkOptions {
  /** Turns an absolute path into the one that is reported. */
  readonly display: (absolute: string) => string;
  /** Whether a file belongs to the run, by its absolute path. */
  readonly accept: (absolute: string) => boolean;
  /** What the user leaves out; comes before every .gitignore. */
  readonly ignores: IgnoreChain;
  /** Whether a folder can hold accepted files at all, by its absolute path. */
  readonly mayHold: (absolute: string) => boolean;
  /** How far links reach. */
  readonly bounds: Bounds;
}

/** A folder under the name it was reached by, and its real path. */
interface Folder {
  readonly absolute: string;
  readonly real: string;
  readonly ignores: IgnoreChain;
}

interface Link {
  readonly absolute: string;
  readonly parent: Folder;
}

const neverEntered: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** The accepted files in a folder and all folders below it; those reached through a link come last. */
export function walk(folder: string, options: WalkOptions): FoundFile[] {
  return new Walk(options).run(folder);
}

class Walk {
  private readonly found: FoundFile[] = [];
  /** Real paths of the folders that were entered. */
  private readonly entered = new Set<string>();
  /** Followed at the end, so that a folder reached in two ways is reported under its own name. */
  private readonly links: Link[] = [];

  constructor(private readonly options: WalkOptions) {}

  run(folder: string): FoundFile[] {
    this.enter({ absolute: folder, real: realpathSync(folder), ignores: inheritedIgnores(folder) });
    for (let link = this.links.shift(); link; link = this.links.shift()) this.follow(link);
    return this.found;
  }

  private enter(folder: Folder): void {
    if (this.entered.has(folder.real) || !this.options.mayHold(folder.absolute)) return;
    this.entered.add(folder.real);
    const inner = { ...folder, ignores: withGitignoreOf(folder.absolute, folder.ignores) };
    try {
      for (const entry of readdirSync(folder.absolute, { withFileTypes: true })) this.visit(entry, inner);
    } catch (error) {
      this.skip(folder.absolute, reasonOf(error));
    }
  }

  private visit(entry: Dirent, parent: Folder): void {
    const absolute = path.join(parent.absolute, entry.name);
    const type = entry.isDirectory() ? 'folder' : 'file';
    if (type === 'folder' && neverEntered.has(entry.name)) return;
    if (type === 'file' && !entry.isSymbolicLink() && !this.options.accept(absolute)) return;
    if (this.isLeftOut(absolute, type, parent)) return;
    const reason = type === 'folder' ? notOwn(absolute) : undefined;
    if (reason !== undefined) this.skip(absolute, reason);
    else if (type === 'folder') this.enter({ ...parent, absolute, real: path.join(parent.real, entry.name) });
    else if (entry.isSymbolicLink()) this.links.push({ absolute, parent });
    else if (entry.isFile()) this.add(absolute, path.join(parent.real, entry.name));
    else this.skip(absolute, reasons.notRegular);
  }

  private follow(link: Link): void {
    let target: Stats;
    let real: string;
    try {
      target = statSync(link.absolute);
      real = realpathSync(link.absolute);
    } catch (error) {
      this.skipBrokenLink(link, error);
      return;
    }
    const isFolder = target.isDirectory();
    if (!isFolder && !this.options.accept(link.absolute)) return;
    if (!this.options.bounds.holds(real, link.absolute)) this.skip(link.absolute, reasons.outside);
    else if (isFolder) this.followIntoFolder(link, real);
    else if (target.isFile()) this.add(link.absolute, real);
    else this.skip(link.absolute, reasons.notRegular);
  }

  private followIntoFolder(link: Link, real: string): void {
    const { absolute, parent } = link;
    if (neverEntered.has(path.basename(absolute)) || this.isLeftOut(absolute, 'folder', parent)) return;
    if (`${parent.real}${path.sep}`.startsWith(`${real}${path.sep}`)) this.skip(absolute, reasons.loop);
    else this.enter({ ...parent, absolute, real });
  }

  private skipBrokenLink(link: Link, error: unknown): void {
    const reason = reasonOf(error);
    // A link in a circle may have been meant for a folder, whose name has no ending.
    const mayMatter =
      this.options.accept(link.absolute) || (reason === reasons.loop && path.extname(link.absolute) === '');
    if (mayMatter) this.skip(link.absolute, reason === reasons.gone ? reasons.danglingLink : reason);
  }

  private isLeftOut(absolute: string, type: 'file' | 'folder', parent: Folder): boolean {
    return isIgnored(absolute, type, this.options.ignores) || isIgnored(absolute, type, parent.ignores);
  }

  private add(absolute: string, real: string): void {
    this.found.push({ path: this.options.display(absolute), absolute, real, origin: 'walked' });
  }

  private skip(absolute: string, skipped: string): void {
    this.found.push({ path: this.options.display(absolute), absolute, real: absolute, origin: 'walked', skipped });
  }
}
