import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Scenario } from './scenario.js';

export const root = path.resolve(import.meta.dirname, '../../..');

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly folder: string;
}

/** Makes a folder for the run, runs the command in it, hands over what came of it and removes the folder. */
export async function runScenario<T>(scenario: Scenario, use: (run: Run) => T): Promise<T> {
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-scenario-')));
  try {
    const folder = prepare(top, scenario);
    return use({ ...(await execute(scenario, folder, path.join(top, 'bin'))), folder });
  } finally {
    spawnSync('chmod', ['-R', 'u+rwX', top]);
    rmSync(top, { recursive: true, force: true });
  }
}

function prepare(top: string, scenario: Scenario): string {
  const folder = path.join(top, 'work');
  mkdirSync(folder);
  chmodSync(top, 0o755);
  for (const [name, text] of scenario.files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  writeScript(top, 'podlint', `exec '${process.execPath}' '${path.join(root, 'packages/cli/bundle/podlint.js')}' "$@"`);
  writeScript(
    top,
    'unprivileged',
    'if [ "$(id -u)" = 0 ]; then exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else exec "$@"; fi',
  );
  const setup = spawnSync('sh', ['-euc', scenario.setup], { cwd: folder, encoding: 'utf8' });
  if (setup.status !== 0) throw new Error(`the setup failed: ${setup.stderr}`);
  return folder;
}

function writeScript(top: string, name: string, command: string): void {
  mkdirSync(path.join(top, 'bin'), { recursive: true });
  writeFileSync(path.join(top, 'bin', name), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
}

async function execute({ command, stdin }: Scenario, cwd: string, bin: string): Promise<Omit<Run, 'folder'>> {
  const child = spawn('sh', ['-c', command], {
    cwd,
    env: { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}`, NO_COLOR: undefined, FORCE_COLOR: undefined },
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  // A command may end without reading its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const status = await new Promise<number>((resolve, reject) =>
    child.on('error', reject).on('close', (code) => resolve(code ?? -1)),
  );
  return { status, ...output };
}
