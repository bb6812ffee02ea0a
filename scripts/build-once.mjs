// npm runs this (`prepare`) when it installs the repository itself, as pre-commit and `npm install git+https://...` do.
// At a commit the command has to be built first; at a release it is there already. pnpm, which installs the workspace
// for `npm run setup`, runs it too and needs nothing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const isBuilt = existsSync(path.join(root, 'packages/cli/bundle/podlint.js'));
const isWorkspace = process.env.npm_config_user_agent?.startsWith('pnpm/');
if (!isBuilt && !isWorkspace) {
  // What npm was told about the package being installed is not meant for the packages of the workspace.
  const environment = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_config_(global|prefix|local_prefix|install_links|force|save|allow_git|include|ignore_scripts)/i.test(name),
  );
  const { status } = spawnSync('npm', ['run', '--silent', 'setup'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...Object.fromEntries(environment), CI: 'true' },
  });
  process.exitCode = status ?? 1;
}
