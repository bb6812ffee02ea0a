import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CodeLens, InitializeParams } from 'vscode-languageserver/node';
import { Client } from './client.js';

const uri = 'file:///w/pod.yaml';
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  containers:
    - name: app
      image: registry.example.com/app:1
      livenessProbe:
        httpGet:
          port: 8080
`;
const commands = ['podlint.showEffectivePod', 'podlint.showTimeline'];
/** What no lens of a Pod offers. */
const named = ['podlint.showReferences', 'podlint.showBuild', 'podlint.showLife'];
const showsDocuments: Partial<InitializeParams> = { capabilities: { window: { showDocument: { support: true } } } };

type Started = Awaited<ReturnType<typeof Client.start>>;

async function withClient(
  parameters: Partial<InitializeParams>,
  use: (client: Started) => Promise<void>,
): Promise<void> {
  const client = await Client.start(parameters);
  try {
    await client.open(uri, pod);
    await use(client);
  } finally {
    await client.stop();
  }
}

/** The commands that lenses of the document offer. */
async function offered({ connection }: Started): Promise<readonly string[]> {
  const lenses = await connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  assert.ok(lenses.some(({ command }) => command?.title.startsWith('1.36 accepted')));
  return lenses.flatMap(({ command }) => command?.command || []);
}

describe('the commands of lenses', () => {
  test('are run by the server for a client that can show documents', () =>
    withClient(showsDocuments, async (client) => {
      const { connection, server } = client;
      assert.deepEqual(new Set(server.capabilities.executeCommandProvider?.commands), new Set([...commands, ...named]));
      assert.deepEqual(await offered(client), commands);
      const shown: string[] = [];
      connection.onRequest('window/showDocument', (params: { readonly uri: string }) => {
        shown.push(params.uri);
        return { success: true };
      });
      for (const command of commands)
        await connection.sendRequest('workspace/executeCommand', {
          command,
          arguments: [uri, { line: 6, character: 0 }],
        });
      const [effective, timeline] = shown.map((one) => readFileSync(fileURLToPath(one), 'utf8'));
      assert.match(effective!, /terminationMessagePath: \/dev\/termination-log/);
      assert.match(timeline!, /^Pod a\n\napp\n/);
      await client.open(shown[0]!, effective!);
      assert.deepEqual((await client.diagnostics(uri)).length > 0, true);
      assert.ok(!client.published.get(shown[0]!)?.diagnostics.length);
    }));

  test('leave nothing behind', async () => {
    let file = '';
    await withClient(showsDocuments, async ({ connection }) => {
      connection.onRequest('window/showDocument', (params: { readonly uri: string }) => {
        file = fileURLToPath(params.uri);
        return { success: true };
      });
      await connection.sendRequest('workspace/executeCommand', { command: commands[0], arguments: [uri] });
      assert.ok(existsSync(file));
    });
    for (let wait = 0; wait < 100 && existsSync(file); wait++) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(!existsSync(file));
  });

  test('say what they need', () =>
    withClient(showsDocuments, async ({ connection }) => {
      for (const given of [[], [3], [uri, 'here'], ['file:///w/other.yaml']])
        await assert.rejects(
          connection.sendRequest('workspace/executeCommand', { command: commands[0], arguments: given }),
          { code: -32803 },
        );
    }));

  test('are the client’s own where it says so', () =>
    withClient({ ...showsDocuments, initializationOptions: { commands: 'own' } }, async (client) => {
      assert.equal(client.server.capabilities.executeCommandProvider, undefined);
      assert.deepEqual(await offered(client), commands);
    }));

  test('are not offered where nobody could run them', () =>
    withClient({}, async (client) => {
      assert.equal(client.server.capabilities.executeCommandProvider, undefined);
      assert.deepEqual(await offered(client), []);
    }));
});
