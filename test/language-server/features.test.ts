import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  SelectionRange,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { Client } from './client.js';
import { inWorkspace } from './in-workspace.js';

const uri = 'file:///w/pod.yaml';
const pod =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx\n      \n';
const textDocument = { uri };

test('a client hovers, completes, and looks at a proposal', async () => {
  const client = await Client.start({
    capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
  });
  await client.open(uri, pod);
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
    textDocument,
    position: { line: 7, character: 8 },
  });
  assert.match((hover.contents as { value: string }).value, /\*\*image\*\*/);
  assert.deepEqual(hover.range, { start: { line: 7, character: 6 }, end: { line: 7, character: 11 } });
  const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
    textDocument,
    position: { line: 8, character: 6 },
  });
  const probe = items.find(({ label }) => label === 'livenessProbe')!;
  assert.deepEqual(probe.textEdit, {
    range: { start: { line: 8, character: 6 }, end: { line: 8, character: 6 } },
    newText: 'livenessProbe:\n        ${1}',
  });
  const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', probe);
  assert.match((resolved.documentation as { value: string }).value, /liveness/i);
  assert.equal(await client.stop(), 0);
});

test('a dot in an expression asks for what is in the object, and anywhere else for nothing', async () => {
  const client = await Client.start();
  const policy = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: a.b }
spec:
  matchConstraints:
    resourceRules: [{ operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods] }]
  validations:
    - expression: object.spec.hostNetwork
`;
  await client.open(uri, policy);
  const at = (line: number, character: number) => ({
    textDocument,
    position: { line, character },
    context: { triggerKind: 2, triggerCharacter: '.' },
  });
  const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', at(7, 30));
  const found = list.items.find(({ label }) => label === 'hostNetwork')!;
  assert.equal(found.detail, 'bool');
  const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', found);
  assert.match((resolved.documentation as { value: string }).value, /Host networking/i);
  assert.equal(await client.connection.sendRequest('textDocument/completion', at(2, 20)), null);
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at(7, 32));
  assert.match((hover.contents as { value: string }).value, /^\*\*hostNetwork\*\* · bool/);
  assert.equal(await client.stop(), 0);
});

test('an empty document gets whole manifests, in plain text for a client that knows no snippets', async () => {
  const client = await Client.start();
  await client.open(uri, '');
  const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
    textDocument,
    position: { line: 0, character: 0 },
  });
  const deployment = items.find(({ label }) => label === 'Deployment')!;
  assert.equal(deployment.insertTextFormat, 1);
  assert.match(
    (deployment.textEdit as { newText: string }).newText,
    /^apiVersion: apps\/v1\nkind: Deployment\nmetadata:\n {2}name: app\n/,
  );
  assert.equal(await client.stop(), 0);
});

test('a client asks for everything else that an editor shows', async () => {
  const client = await Client.start({ initializationOptions: { commands: 'own' } });
  const text = `${pod.trimEnd()}\n      livenessProbe:\n        tcpSocket:\n          port: http\n      ports:\n        - name: http\n          containerPort: 80\n`;
  await client.open(uri, text);
  const ask = <Result>(method: string, params: object = {}): Promise<Result> =>
    client.connection.sendRequest<Result>(`textDocument/${method}`, { textDocument, ...params });
  const onPort = { position: { line: 10, character: 18 } };
  const hints = await ask<InlayHint[]>('inlayHint', {
    range: { start: { line: 0, character: 0 }, end: { line: 14, character: 0 } },
  });
  assert.ok(hints.some(({ label }) => label === 'every 10 s, timeout 1 s, 3 failures'));
  assert.deepEqual(
    (await ask<DocumentSymbol[]>('documentSymbol')).map(({ name }) => name),
    ['Pod web'],
  );
  assert.ok((await ask<unknown[]>('foldingRange')).length > 3);
  assert.equal((await ask<SelectionRange[]>('selectionRange', { positions: [onPort.position] })).length, 1);
  assert.deepEqual(
    (await ask<Location[]>('definition', onPort)).map(({ range }) => range.start.line),
    [12],
  );
  assert.equal((await ask<Location[]>('references', { ...onPort, context: { includeDeclaration: true } })).length, 2);
  assert.equal((await ask<{ placeholder: string }>('prepareRename', onPort)).placeholder, 'http');
  assert.equal((await ask<WorkspaceEdit>('rename', { ...onPort, newName: 'web' })).changes?.[uri]?.length, 2);
  await assert.rejects(ask('rename', { ...onPort, newName: 'not a name' }), /cannot be the name of a port/);
  await assert.rejects(ask('prepareRename', { position: { line: 0, character: 0 } }), /no name here/);
  assert.ok((await ask<CodeLens[]>('codeLens')).some(({ command }) => command?.command === 'podlint.showTimeline'));
  assert.deepEqual(
    (await ask<DocumentLink[]>('documentLink')).map(({ target }) => target),
    ['https://hub.docker.com/_/nginx'],
  );
  const shown = await client.connection.sendRequest<{ text: string }>('podlint/effective', { textDocument });
  assert.match(shown.text, /imagePullPolicy: Always/);
  assert.equal(await client.stop(), 0);
});

test('a client edits a kustomization, with the files on disk beside it', async () => {
  const kustomization = 'resources:\n  - \n  - ../base\nimages:\n  - name: nginx\n';
  const folders = {
    all: {
      'prod/kustomization.yaml': kustomization,
      'prod/app.properties': 'a=b\n',
      'prod/web.yaml': pod.replace('web', 'other'),
      'base/kustomization.yml': 'resources: [pod.yaml]\nconfigMapGenerator: [{name: settings, files: [a.txt]}]\n',
      'base/a.txt': 'a',
      'base/pod.yaml': `${pod.trimEnd()}\n      envFrom: [{configMapRef: {name: settings}}]\n`,
    },
  };
  await inWorkspace(folders, {}, async (client, at) => {
    const [own, base, manifest] = [
      at('all/prod/kustomization.yaml'),
      at('all/base/kustomization.yml'),
      at('all/base/pod.yaml'),
    ];
    const ask = <Result>(method: string, of: string, params: object = {}): Promise<Result> =>
      client.connection.sendRequest<Result>(`textDocument/${method}`, { textDocument: { uri: of }, ...params });
    await client.open(manifest, folders.all['base/pod.yaml']);
    await client.diagnostics(manifest);
    await client.open(own, kustomization);
    await client.open(base, folders.all['base/kustomization.yml']);
    const { items, isIncomplete } = await ask<CompletionList>('completion', own, {
      position: { line: 1, character: 4 },
    });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['web.yaml'],
    );
    assert.ok(isIncomplete);
    const hover = await ask<Hover>('hover', own, { position: { line: 4, character: 11 } });
    assert.match((hover.contents as { value: string }).value, /Used by Pod web: nginx/);
    assert.deepEqual(
      (await ask<DocumentLink[]>('documentLink', base)).map(({ target }) => target),
      [manifest, at('all/base/a.txt')],
    );
    const [location] = await ask<Location[]>('definition', own, { position: { line: 2, character: 6 } });
    assert.equal(location?.uri, base);
    assert.deepEqual(
      (await ask<DocumentSymbol[]>('documentSymbol', own)).map(({ name }) => name),
      ['resources', 'images'],
    );
    assert.ok((await ask<unknown[]>('foldingRange', own)).length > 0);
    assert.equal((await ask<unknown[]>('selectionRange', own, { positions: [{ line: 4, character: 11 }] })).length, 1);
    const onName = { position: { line: 8, character: 40 } };
    assert.equal((await ask<Location[]>('definition', manifest, onName))[0]?.uri, base);
    assert.equal((await ask<{ placeholder: string }>('prepareRename', manifest, onName)).placeholder, 'settings');
    const { changes = {} } = await ask<WorkspaceEdit>('rename', manifest, { ...onName, newName: 'config' });
    assert.deepEqual(Object.keys(changes).sort(), [base, manifest]);
    const inGenerator = { position: { line: 1, character: 31 }, context: { includeDeclaration: false } };
    assert.deepEqual(
      (await ask<Location[]>('references', base, inGenerator)).map(({ uri: of }) => of),
      [manifest],
    );
    await assert.rejects(ask('prepareRename', own, { position: { line: 4, character: 11 } }), /no name here/);
  });
});

test('the settings say which hints are shown', async () => {
  const hintsWith = async (inlayHints: unknown): Promise<unknown[]> => {
    const client = await Client.start({ capabilities: { workspace: { configuration: true } } }, { inlayHints });
    await client.open(uri, pod);
    const hints = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
      textDocument,
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    });
    await client.stop();
    return hints.map(({ label }) => label);
  };
  assert.deepEqual(await hintsWith(undefined), ['QoS BestEffort', 'imagePullPolicy: Always']);
  assert.deepEqual(await hintsWith('few'), ['QoS BestEffort', 'imagePullPolicy: Always']);
  assert.deepEqual(await hintsWith('off'), []);
});
