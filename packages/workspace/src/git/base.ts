import { Git, GitError } from './git.js';

/** What changes are counted from. */
export interface Base {
  /** As people call it: `main`, `origin/main`; undefined in a repository without commits. */
  readonly name?: string;
  /** The commit, or the empty tree. */
  readonly id: string;
}

/** The usual names of the branch that others start from, where the remote does not say. */
const usualBranches = ['origin/main', 'origin/master', 'main', 'master'];

/**
 * Where the current branch left another one: what has been done since then is a change, and what others did there is
 * none.
 * Without a name it is the default branch.
 * @throws GitError
 */
export function baseOf(git: Git, name: string | undefined): Base {
  const head = git.commit('HEAD');
  if (head === undefined && name === undefined)
    return { id: git.demand('hash-object', '-t', 'tree', '--stdin').trim() };
  const wanted = name ?? defaultBranch(git);
  const commit = git.commit(wanted);
  if (commit === undefined)
    throw new GitError(
      `git knows no commit "${wanted}"${shallowHint(git, wanted) || '; a branch of a remote is called such as "origin/main"'}`,
    );
  const { succeeded, text } = git.ask('merge-base', 'HEAD', commit);
  if (!succeeded) throw new GitError(`"${wanted}" and HEAD have no commit in common${shallowHint(git, wanted)}`);
  return { name: wanted, id: text.trim() };
}

function defaultBranch(git: Git): string {
  const remote = git.ask('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  const branch = [...(remote.succeeded ? [remote.text.trim()] : []), ...usualBranches].find(
    (candidate) => git.commit(`refs/heads/${candidate}`) ?? git.commit(`refs/remotes/${candidate}`),
  );
  if (branch === undefined)
    throw new GitError(
      `no default branch is found (${usualBranches.join(', ')}): name one, such as --changed=origin/main, or --changed=HEAD for what is not committed${shallowHint(git, 'main')}`,
    );
  return branch;
}

/** A clone without history, which is what CI makes by default, is the usual reason. */
export function shallowHint(git: Git, name: string): string {
  if (git.demand('rev-parse', '--is-shallow-repository').trim() !== 'true') return '';
  const [branch = ''] = name.replace(/^origin\//, '').split(/[~^@:]/);
  return `: this clone is shallow. Fetch what is missing first: git fetch --unshallow origin ${branch} (GitHub: fetch-depth: 0 of actions/checkout; GitLab: GIT_DEPTH: 0)`;
}
