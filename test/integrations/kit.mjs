// What the integration tests share: programs that are installed once into an ignored folder, and throw-away folders.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
/** The built command. */
export const podlint = path.join(root, 'packages/cli/bundle/podlint.js');

/**
 * Installs something once, and again only when `version` is another one.
 * `programs` are what the machine has to have; a machine without them skips the tests. A failed installation skips them
 * too, except where CI is set: there it has to work.
 * @param {{ name: string, version: string, programs?: readonly string[], install: (folder: string) => void }} wanted
 * @returns {{ folder: string, skip?: string }} where it is, and why it is not there
 */
export function provide({ name, version, programs = [], install }) {
  const folder = path.join(root, '.cache/integrations', `${name}-${version}`);
  const missing = programs.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
  if (missing.length > 0) return { folder, skip: `this machine has no ${missing.join(', ')}` };
  const done = path.join(folder, '.installed');
  if (existsSync(done)) return { folder };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    install(folder);
  } catch (error) {
    if (process.env.CI) throw error;
    return { folder, skip: `${name} ${version} cannot be installed: ${error.message.split('\n', 1)[0]}` };
  }
  writeFileSync(done, '');
  return { folder };
}

/** @returns {{ status: number, stdout: string, stderr: string }} */
export function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** As `run`, for what has to succeed. */
export function must(command, args, options) {
  const result = run(command, args, options);
  if (result.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${result.status}\n${result.stdout}${result.stderr}`);
  return result;
}

/** A folder of its own for a test, gone after it. */
export function temporaryFolder(context) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-integration-')));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by their paths below a folder. */
export function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

/** A git repository with a name to commit under; what the machine's configuration says does not count. */
export function gitRepository(folder) {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'Somebody');
  git(folder, 'config', 'user.email', 'somebody@users.noreply.example');
  return folder;
}

export function git(folder, ...args) {
  return must('git', args, { cwd: folder }).stdout;
}

/**
 * A copy of this repository, with all that is not committed yet as one commit and its release as a tag. @returns the
 * folder and the tag
 */
export function releasedRepository(folder) {
  gitRepository(folder);
  const files = must('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
    .stdout.split('\0')
    .filter((file) => file !== '' && existsSync(path.join(root, file)));
  for (const file of files) cpSync(path.join(root, file), path.join(folder, file));
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'All of it');
  cpSync(path.join(root, 'packages/cli/bundle'), path.join(folder, 'packages/cli/bundle'), { recursive: true });
  must('node', ['scripts/release.mjs'], { cwd: folder });
  return { repository: folder, tag: git(folder, 'tag', '--list').trim() };
}

/**
 * The code block of a page that stands behind `<!-- tested: NAME -->`, so that what people copy is what is tested.
 */
export function documented(name, page = 'docs/ci.md') {
  const [, after] = readFileSync(path.join(root, page), 'utf8').split(`<!-- tested: ${name} -->\n`);
  const block = /^```\w*\n([^]*?)^```$/m.exec(after ?? '');
  if (!block) throw new Error(`${page} has no block "${name}"`);
  return block[1];
}
