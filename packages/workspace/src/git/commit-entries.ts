import path from 'node:path';
import type { Blobs } from './blobs.js';
import type { Git } from './git.js';

/** A file of a commit. Paths are absolute from the top of the repository. */
export interface CommitEntry {
  readonly id: string;
  readonly path: string;
}

export type Resolved =
  { readonly is: 'file'; readonly entry: CommitEntry } | { readonly is: 'folder'; readonly path: string };

/** As many links in a row as Linux follows. */
const mostLinks = 40;
const longestLink = 4096;

/** The files, folders and symbolic links of a commit. */
export class CommitEntries {
  private readonly files = new Map<string, CommitEntry>();
  private readonly links = new Map<string, string>();
  private readonly folders = new Map<string, CommitEntry[]>([['/', []]]);

  /** @throws GitError */
  constructor(
    git: Git,
    commit: string,
    private readonly blobs: Blobs,
  ) {
    for (const line of git.demand('ls-tree', '-r', '-z', '--full-tree', commit).split('\0')) {
      const tab = line.indexOf('\t');
      if (tab === -1) continue;
      const [mode = '', type, id = ''] = line.slice(0, tab).split(' ');
      if (type === 'blob') this.add(mode, { id, path: `/${line.slice(tab + 1)}` });
    }
  }

  /** All regular files. */
  get all(): Iterable<CommitEntry> {
    return this.files.values();
  }

  /** The regular files right in a folder. */
  in(folder: string): readonly CommitEntry[] {
    return this.folders.get(folder) ?? [];
  }

  /** What a path leads to, through links; undefined for nothing, and for what is outside of the repository. */
  resolve(place: string): Resolved | undefined {
    let rest = place.split('/').filter((name) => name !== '');
    let at = '/';
    for (let followed = 0; ;) {
      const [name, ...more] = rest;
      if (name === undefined) return this.folders.has(at) ? { is: 'folder', path: at } : undefined;
      const next = path.posix.join(at, name);
      const target = this.targetOf(next);
      if (target !== undefined) {
        if (++followed > mostLinks || target.startsWith('/') || leavesTop(at, target)) return undefined;
        rest = [...path.posix.join(at, target).split('/'), ...more].filter((part) => part !== '');
        at = '/';
        continue;
      }
      const entry = this.files.get(next);
      if (entry) return more.length === 0 ? { is: 'file', entry } : undefined;
      at = next;
      rest = more;
    }
  }

  private add(mode: string, entry: CommitEntry): void {
    if (mode === '120000') this.links.set(entry.path, entry.id);
    else this.files.set(entry.path, entry);
    const folder = path.posix.dirname(entry.path);
    this.addFolder(folder);
    if (mode !== '120000') this.folders.get(folder)?.push(entry);
  }

  private addFolder(folder: string): void {
    for (let at = folder; !this.folders.has(at); at = path.posix.dirname(at)) this.folders.set(at, []);
  }

  private targetOf(link: string): string | undefined {
    const id = this.links.get(link);
    if (id === undefined) return undefined;
    this.blobs.load([id], longestLink);
    return this.blobs.get(id)?.toString('utf8');
  }
}

function leavesTop(folder: string, target: string): boolean {
  let depth = folder.split('/').filter((name) => name !== '').length;
  for (const name of target.split('/')) {
    if (name === '..' && --depth < 0) return true;
    if (name !== '..' && name !== '.' && name !== '') depth++;
  }
  return false;
}
