// Checks examples/ the way a user would: the good manifests must pass, and each bad one must be found out.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const podlint = path.join(root, 'packages/cli/bin/podlint.js');

function check(folder, expected) {
  console.log(`\n$ podlint check ${folder}\n`);
  const { status } = spawnSync(process.execPath, [podlint, 'check', folder], { cwd: root, stdio: 'inherit' });
  if (status === expected) return;
  console.error(`podlint check ${folder} ended with ${status}, but ${expected} was expected`);
  process.exitCode = 1;
}

check('examples/bad', 1);
check('examples/good', 0);
