// Makes a release in this repository: a commit whose tree is what users run, its tag, and a merge that changes nothing.
//
// A GitHub Action and a pre-commit hook run what is in the tree of a tag, so the built command has to be in there; then
// nothing is downloaded or built on the user's side. The branch stays free of built files: it only gets the release as
// a second parent, since `pre-commit autoupdate` looks for tags that can be reached from the default branch.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
/** Relative to the repository. package.json comes to it. */
const contents = [
  'action.yml',
  '.pre-commit-hooks.yaml',
  'ci',
  'LICENSE',
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs',
  // What these pages point at.
  'Dockerfile',
  'packages/*/README.md',
  'packages/*/CHANGELOG.md',
  'test/integrations/README.md',
  'test/integrations/emacs/run.mjs',
  'rules/*/*/README.md',
  'schemas/change.schema.json',
  'schemas/config.schema.json',
  'schemas/graph.schema.json',
  'schemas/report.schema.json',
  'packages/cli/bundle',
];

/** Of package.json: not the scripts that make an installation build, and not what it is built with. */
const manifestKeys = ['name', 'version', 'description', 'license', 'type', 'engines', 'bin', 'files'];

const manifest = Object.fromEntries(
  Object.entries(readJson('package.json')).filter(([key]) => manifestKeys.includes(key)),
);
const tag = `v${manifest.version}`;

if (git('status', '--porcelain') !== '') stop('there are changes that are not committed');
if (git('tag', '--list', tag) !== '') stop(`${tag} is there already: raise "version" in package.json`);
if (!existsSync(path.join(root, 'packages/cli/bundle/package.json'))) stop('the command is not built: npm run setup');
if (readJson('packages/cli/bundle/package.json').version !== manifest.version)
  stop(`the built command is not of version ${manifest.version}: npm run setup`);

const release = git('commit-tree', writeTree(), '-p', 'HEAD', '-m', `Release ${tag}, built`);
git('tag', '--annotate', '--message', `podlint ${manifest.version}`, tag, release);
git('merge', '--strategy', 'ours', '--message', `Release ${tag}`, release);
console.log(`${tag} is ${release}. To publish it: git push --atomic origin HEAD ${tag}`);

/** In an index of its own, so that the files that git ignores here are in the release and nowhere else. */
function writeTree() {
  const env = { ...process.env, GIT_INDEX_FILE: path.join(git('rev-parse', '--absolute-git-dir'), 'index.release') };
  const indexed = (args, input) => gitWith({ env, input }, args);
  indexed(['read-tree', '--empty']);
  indexed(['add', '--force', '--', ...contents]);
  const blob = indexed(['hash-object', '-w', '--stdin'], `${JSON.stringify(manifest, undefined, 2)}\n`);
  indexed(['update-index', '--add', '--cacheinfo', `100644,${blob},package.json`]);
  return indexed(['write-tree']);
}

function git(...args) {
  return gitWith({}, args);
}

function gitWith(options, args) {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: root, encoding: 'utf8', ...options });
  if (status !== 0) stop(`git ${args[0]}: ${error?.message ?? stderr}`);
  return stdout.trim();
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

function stop(message) {
  console.error(`no release: ${message}`);
  process.exit(1);
}
