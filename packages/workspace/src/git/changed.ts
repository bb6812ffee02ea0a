import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { type Base, baseOf } from './base.js';
import { Git, GitError } from './git.js';

export interface Changes {
  /** What they are counted from; undefined in a repository without commits, where everything is new. */
  readonly since?: string | undefined;
  /**
   * Whether a file was added, changed or renamed. Takes an absolute path, and throws GitError for one outside of the
   * repository.
   */
  has(absolute: string): boolean;
}

/**
 * The files that differ from where the current branch left `ref` (default: the default branch): in commits, staged, not
 * staged, and untracked but not ignored.
 * @throws GitError
 */
export function changesSince(cwd: string, ref: string | undefined): Changes {
  const top = topOf(cwd, '--changed');
  const git = new Git(top);
  const base = baseOf(git, ref);
  const files = new Set([...committed(git, base), ...untracked(git)].map((file) => normal(path.join(top, file))));
  const index = indexed(git, top);
  const isChanged = (name: string): boolean => files.has(name) || index.get(name)?.isChanged() === true;
  return { since: base.name, has: (absolute) => namesOf(absolute, top).some((name) => isChanged(normal(name))) };
}

/** @param asker what needs a repository: an option or a command. @throws GitError */
export function topOf(cwd: string, asker: string): string {
  const { succeeded, text, complaint } = new Git(cwd).ask('rev-parse', '--show-toplevel');
  if (succeeded) return realpathSync(text.replace(/\n$/, ''));
  throw new GitError(
    /not a git repository/.test(complaint)
      ? `${asker} needs a git repository, and "${cwd}" is in none`
      : `git does not open the repository: ${complaint}`,
  );
}

/** Of commits and of the index. A renamed file is a new one. */
function committed(git: Git, { id, name }: Base): string[] {
  const { succeeded, text, complaint } = git.ask(
    'diff-index',
    '--cached',
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=d',
    '--ignore-submodules=all',
    id,
    '--',
  );
  if (succeeded) return list(text);
  if (/promisor|lazy fetch/.test(complaint)) throw partialClone(name);
  throw new GitError(`git diff-index failed: ${complaint}`);
}

export function partialClone(name: string | undefined): GitError {
  return new GitError(
    `this clone is partial and lacks what "${name}" holds, and podlint makes no network calls: run git diff --name-only ${name} once, which fetches it`,
  );
}

/** A file that git tracks. */
interface IndexedFile {
  isChanged(): boolean;
}

/**
 * The files of the index, by their paths. Whether one of them was changed since is found out here, and only for those
 * that somebody asks about: `git diff-files` hands what it has to look into to the repository's filters, which are
 * programs (convert_to_git, convert.c), also a file that was written in the second of the index.
 */
function indexed(git: Git, top: string): ReadonlyMap<string, IndexedFile> {
  const files = new Map<string, IndexedFile>();
  for (const entry of list(git.demand('ls-files', '--stage', '-z'))) {
    const tab = entry.indexOf('\t');
    const [, id = '', stage] = entry.slice(0, tab).split(' ');
    const absolute = path.join(top, entry.slice(tab + 1));
    // One of several stages is a conflict.
    files.set(normal(absolute), { isChanged: () => stage !== '0' || !isBlob(absolute, id) });
  }
  return files;
}

function untracked(git: Git): string[] {
  return list(git.demand('ls-files', '--others', '--exclude-standard', '-z'));
}

function list(text: string): string[] {
  return text.split('\0').filter((entry) => entry !== '');
}

/**
 * Whether a file holds what git has under that id, but for line ends. A filter of the repository's, such as that of
 * LFS, is a program, and not run.
 */
function isBlob(absolute: string, id: string): boolean {
  const content = contentOf(absolute);
  return (
    content !== undefined &&
    (id === blobId(content, id) ||
      id === blobId(Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), id))
  );
}

/** As git stores it: of a link, where it leads. */
function contentOf(absolute: string): Buffer | undefined {
  try {
    const stats = lstatSync(absolute);
    if (stats.isSymbolicLink()) return Buffer.from(readlinkSync(absolute));
    return stats.isFile() ? readFileSync(absolute) : undefined;
  } catch {
    return undefined;
  }
}

function blobId(content: Buffer, like: string): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/** A file as git calls it: where it really is, and, for a link, where the link is. */
function namesOf(absolute: string, top: string): string[] {
  const names = [realpathSync(absolute), path.join(realpathSync(path.dirname(absolute)), path.basename(absolute))];
  const inside = names.filter((name) => name.startsWith(top.endsWith(path.sep) ? top : top + path.sep));
  if (inside.length === 0)
    throw new GitError(`--changed looks at the repository in "${top}", and "${absolute}" is outside of it`);
  return inside;
}

/** Some file systems take a name apart that git puts together. */
function normal(name: string): string {
  return name.normalize('NFC');
}
