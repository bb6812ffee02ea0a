import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { Client } from './client.js';

const pod = (more = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: registry.example/web:1\n${more}`;
const privileged = pod('      securityContext: {privileged: true}\n');

/** For clients that ask for diagnostics, and are told nothing without being asked. */
describe('pull diagnostics', () => {
  let top = '';
  let client: Awaited<ReturnType<typeof Client.start>>;
  let refreshed = 0;
  const at = (name: string): string => pathToFileURL(path.join(top, name)).toString();

  before(async () => {
    top = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-pull-')));
    writeFileSync(path.join(top, 'a.yaml'), privileged);
    writeFileSync(path.join(top, 'b.yaml'), pod());
    client = await Client.start({
      capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
      workspaceFolders: [{ name: 'w', uri: pathToFileURL(top).toString() }],
    });
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed++;
      return null;
    });
  });
  after(async () => {
    await client.stop();
    rmSync(top, { recursive: true });
    assert.equal(client.published.size, 0);
  });

  const ask = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  const askAll = (previousResultIds: readonly object[] = []): Promise<WorkspaceDiagnosticReport> =>
    client.connection.sendRequest('workspace/diagnostic', { previousResultIds });

  test('are offered to a client that knows them', () =>
    assert.deepEqual(client.server.capabilities.diagnosticProvider, {
      identifier: 'podlint',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    }));

  test('answer for a document, and say when nothing is new', async () => {
    await client.open(at('b.yaml'), privileged);
    const first = await ask(at('b.yaml'));
    assert.equal(first.kind, 'full');
    assert.ok(first.items.some(({ code }) => code === 'security/privileged'));
    assert.deepEqual(await ask(at('b.yaml'), first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.change(at('b.yaml'), pod(), 2);
    const changed = await ask(at('b.yaml'), first.resultId);
    assert.ok(changed.kind === 'full' && changed.items.every(({ code }) => code !== 'security/privileged'));
    await client.close(at('b.yaml'));
  });

  test('answer for the whole workspace, and say when to ask again', async () => {
    for (let wait = 0; wait < 200 && refreshed === 0; wait++) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(refreshed > 0);
    const { items } = await askAll();
    const file = items.find(({ uri }) => uri === at('a.yaml'));
    assert.ok(file?.kind === 'full' && file.version === null);
    assert.ok(file.items.some(({ code }) => code === 'security/privileged'));
    assert.ok(file.items.every(({ severity }) => severity! <= 2));
    const again = await askAll(items.map(({ uri, resultId }) => ({ uri, value: resultId })));
    assert.deepEqual(
      again.items.map(({ kind }) => kind),
      items.map(() => 'unchanged'),
    );
  });
});
