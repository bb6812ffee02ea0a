// A whole VS Code (code-server, which shows it in a page) and a browser to drive it with.
import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { must, provide } from '../kit.mjs';

/** code-server 4.100.3 holds VS Code 1.100, the newest one that runs on Node 20. */
const packages = ['code-server@4.100.3', 'playwright-core@1.65.0'];

/** @returns {{ folder: string, skip?: string }} with a Chromium beside it; takes most of a minute the first time */
export function provideEditor() {
  const editor = provide({ name: 'vscode', version: '4.100.3', programs: ['npm'], install: installPackages });
  if (editor.skip || findChromium()) return editor;
  return {
    ...provide({ name: 'chromium', version: 'debian', programs: ['apt-get'], install: installChromium }),
    folder: editor.folder,
  };
}

export function codeServerIn(folder) {
  return path.join(folder, 'node_modules/code-server/out/node/entry.js');
}

export function playwrightIn(folder) {
  return createRequire(path.join(folder, 'package.json'))('playwright-core');
}

export function findChromium() {
  return [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (file) => file && existsSync(file),
  );
}

/** As code-server's own postinstall does it, which also downloads binaries that nothing here needs. */
function installPackages(folder) {
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  npmInstall(folder, '--save-exact', ...packages);
  must('npm', ['rebuild', 'argon2'], { cwd: folder });
  npmInstall(vscode, '--omit=dev');
  npmInstall(path.join(vscode, 'extensions'), '--omit=dev');
  symlinkSync('node_modules', path.join(vscode, 'node_modules.asar'));
}

function npmInstall(cwd, ...args) {
  must('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args], { cwd });
}

function installChromium() {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    options,
  );
}
