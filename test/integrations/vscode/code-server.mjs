// A VS Code of its own for each test: settings, extensions and workspace in a folder that is thrown away.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeFiles } from '../kit.mjs';
import { until } from './until.mjs';

const run = promisify(execFile);

/**
 * Nothing that moves, asks, looks into the network, or covers what is to be seen. The workspace is one that nobody has
 * trusted.
 */
const quietSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.occurrencesHighlight': 'off',
  'files.autoSave': 'off',
};

/** Installs a .vsix into a folder of extensions, which many instances may then share. */
export async function installExtension(codeServer, vsix, folder) {
  const home = temporaryFolder('install');
  try {
    await run(process.execPath, [codeServer, ...ownFolders(home, folder), '--install-extension', vsix], {
      env: environment(home),
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * Starts code-server on a workspace that holds `files` (texts by path).
 * Gives its address, the workspace's folder, and `stop`.
 */
export async function startCodeServer(codeServer, { files, settings = {}, extensions, flags = [] }) {
  const home = temporaryFolder('run');
  const workspace = path.join(home, 'workspace');
  writeFiles(workspace, files);
  writeFiles(home, { 'User/settings.json': JSON.stringify({ ...quietSettings, ...settings }) });
  const port = await freePort();
  const args = [
    '--bind-addr',
    `127.0.0.1:${port}`,
    '--auth',
    'none',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--ignore-last-opened',
    ...flags,
  ];
  const child = spawn(process.execPath, [codeServer, ...ownFolders(home, extensions), ...args], {
    env: environment(home),
    detached: true,
    stdio: 'ignore',
  });
  const stop = () => stopGroup(child, home);
  const address = `http://127.0.0.1:${port}`;
  try {
    await until('code-server answers', () =>
      fetch(`${address}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { page: `${address}/?folder=${encodeURIComponent(workspace)}`, address, workspace, stop };
}

function ownFolders(home, extensions) {
  const config = path.join(home, 'config.yaml');
  if (!existsSync(config)) writeFileSync(config, '{}\n');
  return ['--config', config, '--user-data-dir', home, '--extensions-dir', extensions];
}

function environment(home) {
  return {
    ...process.env,
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
  };
}

function temporaryFolder(name) {
  return realpathSync(mkdtempSync(path.join(tmpdir(), `podlint-vscode-${name}-`)));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The extension host outlives its parent by seconds, so the whole group goes. */
async function stopGroup(child, home) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
  await until('code-server ends', () => child.exitCode !== null || child.signalCode !== null);
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
