import { realpathSync } from 'node:fs';
import path from 'node:path';
import { baseOf, shallowHint } from './base.js';
import { topOf } from './changed.js';
import type { Commit } from './commit-tree.js';
import { Git, GitError } from './git.js';

/** What a change leads from and to. */
export interface Compared {
  readonly old: Commit;
  /** Undefined: the files as they are on the disk. */
  readonly now?: Commit;
}

/**
 * `A..B`: from one commit to another. `A...B`: from where B left A. Anything else: from where the current branch left
 * it to the files on the disk. Nothing: the default branch, or the last commit where there is none.
 * @throws GitError
 */
export function comparedBy(cwd: string, ref: string | undefined): Compared {
  const top = topOf(cwd, 'podlint diff');
  const git = new Git(top);
  const prefix = path.relative(top, realpathSync(cwd)).replaceAll(path.sep, '/');
  const [, from, dots, to] = /^(.*?)(\.{2,3})(.*)$/.exec(ref ?? '') ?? [];
  const commit = (name: string): Commit => ({ git, prefix, name, id: known(git, name) });
  if (dots === undefined) return { old: { git, prefix, ...oldOf(git, ref) } };
  const [old, now] = [commit(from || 'HEAD'), commit(to || 'HEAD')];
  return { old: dots === '..' ? old : { ...old, id: commonOf(git, old, now) }, now };
}

/** Whether git knows a commit, or a range of commits, of that name. */
export function isCommit(cwd: string, ref: string): boolean {
  const git = new Git(topOf(cwd, 'podlint diff'));
  return ref.split(/\.{2,3}/).every((name) => name === '' || git.commit(name) !== undefined) && ref !== '';
}

/** Why git may know no commit of a name, and what to do. */
export function whyUnknown(cwd: string, ref: string): string {
  const [name = ''] = ref.split(/\.{2,3}/);
  const hint = shallowHint(new Git(topOf(cwd, 'podlint diff')), name);
  return hint === '' ? '; a branch of a remote is called such as "origin/main"' : hint;
}

function oldOf(git: Git, ref: string | undefined): Pick<Commit, 'id' | 'name'> {
  if (ref !== undefined) return named(git, ref);
  try {
    return named(git, undefined);
  } catch (error) {
    // Without a default branch, or without all of its history, the last commit is what there is.
    const head = git.commit('HEAD');
    if (!(error instanceof GitError) || head === undefined || isShallow(git)) throw error;
    return { name: 'HEAD', id: head };
  }
}

function named(git: Git, ref: string | undefined): Pick<Commit, 'id' | 'name'> {
  const { name = 'the empty repository', id } = baseOf(git, ref);
  return { name, id };
}

function isShallow(git: Git): boolean {
  return git.demand('rev-parse', '--is-shallow-repository').trim() === 'true';
}

function known(git: Git, name: string): string {
  const id = git.commit(name);
  if (id === undefined) throw new GitError(`git knows no commit "${name}"`);
  return id;
}

function commonOf(git: Git, a: Commit, b: Commit): string {
  const { succeeded, text } = git.ask('merge-base', a.id, b.id);
  if (!succeeded) throw new GitError(`"${a.name}" and "${b.name}" have no commit in common`);
  return text.trim();
}
