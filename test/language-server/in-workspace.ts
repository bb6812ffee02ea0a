import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from './client.js';

/** Folders with files, and a client that has them open. */
export async function inWorkspace(
  folders: Readonly<Record<string, Readonly<Record<string, string>>>>,
  settings: unknown,
  use: (
    client: Client,
    at: (file: string) => string,
    write: (file: string, text: string) => Promise<void>,
  ) => Promise<void>,
): Promise<void> {
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-lsp-')));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(top, file)), { recursive: true });
    writeFileSync(path.join(top, file), text);
  };
  for (const [folder, files] of Object.entries(folders))
    for (const [file, text] of Object.entries(files)) write(`${folder}/${file}`, text);
  const at = (file: string): string => pathToFileURL(path.join(top, file)).toString();
  const capabilities = {
    workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  };
  const client = await Client.start(
    { capabilities, workspaceFolders: Object.keys(folders).map((name) => ({ name, uri: at(name) })) },
    settings,
  );
  try {
    await use(client, at, async (file, text) => {
      write(file, text);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: at(file), type: 2 }],
      });
    });
  } finally {
    assert.equal(await client.stop(), 0);
    rmSync(top, { recursive: true });
  }
}
