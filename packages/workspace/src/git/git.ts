import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** git, or the repository, does not give what is asked for. The message is one line that says what to do. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/**
 * Programs that a repository's configuration could name, each with nothing in its place. Hashing file contents would
 * run others (filters), so nothing here has git do that.
 */
const noPrograms = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.untrackedCache=false',
  '-c',
  'protocol.allow=never',
  '--no-pager',
];

/** No network, also not for the objects that a partial clone lacks; no lock in the repository; one language. */
const environment = {
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

const mostOutput = 1 << 30;

export interface GitAnswer {
  readonly succeeded: boolean;
  readonly text: string;
  /** What git says about its failure, in one line. */
  readonly complaint: string;
}

/**
 * Asks git something about the repository that a folder is in, without a shell and without running anything that the
 * repository names.
 */
export class Git {
  private readonly program = programOnPath('git');

  constructor(private readonly folder: string) {}

  /** @throws GitError if there is no git */
  ask(...args: readonly string[]): GitAnswer {
    const { status, stdout, stderr, error } = spawnSync(this.program, [...noPrograms, ...args], {
      cwd: this.folder,
      env: { ...process.env, ...environment },
      encoding: 'utf8',
      maxBuffer: mostOutput,
      input: '',
    });
    if (error) throw new GitError(`git cannot be run: ${error.message}`);
    return { succeeded: status === 0, text: stdout, complaint: oneLine(stderr) };
  }

  /** What git answers to lines of input, as it is. @throws GitError */
  bytes(input: string, ...args: readonly string[]): Buffer {
    const { status, stdout, stderr, error } = spawnSync(this.program, [...noPrograms, ...args], {
      cwd: this.folder,
      env: { ...process.env, ...environment },
      maxBuffer: mostOutput,
      input,
    });
    if (error) throw new GitError(`git cannot be run: ${error.message}`);
    if (status !== 0) throw new GitError(`git ${args[0]} failed: ${oneLine(stderr.toString('utf8'))}`);
    return stdout;
  }

  /** @throws GitError with what git says */
  demand(...args: readonly string[]): string {
    const { succeeded, text, complaint } = this.ask(...args);
    if (!succeeded) throw new GitError(`git ${args[0]} failed: ${complaint}`);
    return text;
  }

  /** The commit that a name stands for. */
  commit(name: string): string | undefined {
    const { succeeded, text } = this.ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
    return succeeded ? text.trim() : undefined;
  }
}

function oneLine(text: string): string {
  return text.trim().replace(/(?<!\s)\s*\n\s*/g, ' ');
}

/**
 * By absolute path, from folders that PATH names absolutely: a "git" in the working directory is a part of the
 * workspace, and never run.
 */
function programOnPath(name: string): string {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const candidates = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, file));
  const program = candidates.find(isExecutable);
  if (program === undefined) throw new GitError('git is not installed, or not on PATH');
  return program;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
