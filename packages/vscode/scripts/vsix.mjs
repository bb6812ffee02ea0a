// Makes packages/vscode/podlint-<version>.vsix, the same from the same sources byte by byte. Needs a build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import './bundle.mjs';

const here = path.resolve(import.meta.dirname, '..');
const bundle = path.join(here, 'bundle');
const { name, version } = JSON.parse(readFileSync(path.join(bundle, 'package.json'), 'utf8'));
const file = path.join(here, `${name}-${version}.vsix`);

/**
 * 3.9 is the last one for Node 20. Its install script only fetches a program that signs, which is not needed to pack.
 */
const packer = ['--yes', '--ignore-scripts', '@vscode/vsce@3.9.2'];
/** 2020-01-01: times of files would make each build another one. */
const environment = { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? '1577836800' };
execFileSync('npx', [...packer, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', file], {
  cwd: bundle,
  env: environment,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const packed = readFileSync(file);
console.log(
  `${path.relative(process.cwd(), file)}: ${Math.round(packed.length / 1024)} KiB, sha256 ${createHash('sha256').update(packed).digest('hex')}`,
);
