// Installs yaml-language-server into an ignored folder and measures podlint's language server beside it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { provide, must } from '../test/integrations/kit.mjs';

const version = '1.25.0';
const { folder, skip } = provide({
  name: 'yaml-language-server',
  version,
  install: (target) =>
    must('npm', ['install', '--prefix', target, '--no-audit', '--no-fund', `yaml-language-server@${version}`]),
});
if (skip) console.error(`Without yaml-language-server beside it: ${skip}`);
const main = path.resolve(import.meta.dirname, '../test/dist/bench/editor/main.js');
const { status } = spawnSync(
  process.execPath,
  [main, ...(skip ? [] : [folder, path.join(folder, 'structure.schema.json')])],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
