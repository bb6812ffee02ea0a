import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CodeAction, CodeLens, InitializeParams, WorkspaceEdit } from 'vscode-languageserver/node';
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
      assert.deepEqual(
        new Set(server.capabilities.executeCommandProvider?.commands),
        new Set([...commands, ...named, 'podlint.checkWorkspace']),
      );
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
      assert.deepEqual(await offered(client), ['podlint.compareWithEffectivePod', 'podlint.showTimeline']);
    }));

  test('are not offered where nobody could run them', () =>
    withClient({}, async (client) => {
      assert.deepEqual(client.server.capabilities.executeCommandProvider, { commands: ['podlint.checkWorkspace'] });
      assert.deepEqual(await offered(client), []);
    }));
});

const refused = pod.replace('livenessProbe', 'livenesProbe').replace('port: 8080', 'port: 8080 # the only one');
const actionsIn = ({ connection }: Started): Promise<CodeAction[]> =>
  connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 8, character: 6 }, end: { line: 8, character: 6 } },
    context: { diagnostics: [] },
  });
const places = ['on this line', 'with a comment above', 'in this file'];

describe('a rule is disabled by one entry', () => {
  const canEdit: Partial<InitializeParams> = { capabilities: { workspace: { applyEdit: true } } };

  test('which asks where, and edits there', () =>
    withClient(canEdit, async (client) => {
      const { connection, server } = client;
      assert.ok(server.capabilities.executeCommandProvider?.commands.includes('podlint.disableRule'));
      await client.change(uri, refused, 2);
      const [action, ...others] = (await actionsIn(client)).filter(({ title }) => title.startsWith('Disable '));
      assert.deepEqual([action?.title, others], ['Disable schema/unknown-field...', []]);
      const asked: unknown[] = [];
      connection.onRequest('window/showMessageRequest', ({ actions }: { readonly actions: { title: string }[] }) => {
        asked.push(...actions.map(({ title }) => title));
        return actions[1] ?? null;
      });
      const applied = new Promise<WorkspaceEdit>((resolve) =>
        connection.onRequest('workspace/applyEdit', ({ edit }: { readonly edit: WorkspaceEdit }) => {
          resolve(edit);
          return { applied: true };
        }),
      );
      await connection.sendRequest('workspace/executeCommand', action!.command!);
      assert.deepEqual(asked, places);
      const start = { line: 8, character: 0 };
      assert.deepEqual((await applied).documentChanges, [
        {
          textDocument: { uri, version: 2 },
          edits: [
            { range: { start, end: start }, newText: '      # podlint-disable-next-line schema/unknown-field\n' },
          ],
        },
      ]);
    }));

  test('whose places a client may ask for, to show them itself', () =>
    withClient({ initializationOptions: { commands: 'own' } }, async (client) => {
      await client.change(uri, refused, 2);
      const action = (await actionsIn(client)).find(({ title }) => title === 'Disable schema/unknown-field...');
      const [hidden] = action!.command!.arguments as [{ readonly code: string }];
      const ask = (meant: unknown) =>
        client.connection.sendRequest<{ readonly place: string }[]>('podlint/hidingPlaces', meant);
      assert.deepEqual(
        (await ask(hidden)).map(({ place }) => place),
        places,
      );
      await assert.rejects(ask({ ...hidden, code: 'pods/bare' }), { code: -32803 });
      await assert.rejects(ask({ ...hidden, position: 3 }), { code: -32602 });
    }));

  test('and by one for each place where nobody could ask', () =>
    withClient({}, async (client) => {
      await client.change(uri, refused, 2);
      const titles = (await actionsIn(client))
        .map(({ title }) => title)
        .filter((title) => title.startsWith('Disable '));
      assert.deepEqual(
        titles,
        places.map((place) => `Disable schema/unknown-field ${place}`),
      );
    }));
});

test('a check of the workspace tells of every file, however few the settings ask for', async () => {
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-check-')));
  for (let index = 0; index < 205; index++)
    writeFileSync(path.join(top, `${index}.yaml`), index % 2 === 0 ? refused : pod);
  const client = await Client.start(
    {
      capabilities: { window: { workDoneProgress: true }, workspace: { configuration: true } },
      workspaceFolders: [{ name: 'w', uri: pathToFileURL(top).toString() }],
    },
    { workspaceDiagnostics: 'open' },
  );
  const [said, progress]: [string[], { readonly kind: string; readonly message?: string }[]] = [[], []];
  client.connection.onRequest('window/workDoneProgress/create', () => null);
  client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    said.push(message);
  });
  client.connection.onNotification('$/progress', ({ value }: { value: (typeof progress)[number] }) => {
    progress.push(value);
  });
  try {
    const checked = await client.connection.sendRequest<{ readonly files: number; readonly errors: number }>(
      'workspace/executeCommand',
      { command: 'podlint.checkWorkspace' },
    );
    assert.deepEqual([checked.files, checked.errors], [205, 103]);
    assert.match(said.join(), /^podlint checked 205 manifests: 103 errors, /);
    const file = pathToFileURL(path.join(top, '204.yaml')).toString();
    const { diagnostics } = await client.until(file, ({ diagnostics: found }) => found.length > 0);
    assert.ok(diagnostics.some(({ code }) => code === 'schema/unknown-field'));
    assert.deepEqual([progress[0]?.kind, progress.at(-1)?.kind], ['begin', 'end']);
    assert.ok(progress.some(({ message }) => message === '205 of 205'));
  } finally {
    await client.stop();
    rmSync(top, { recursive: true });
  }
});
