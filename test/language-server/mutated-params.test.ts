// What a client sends by mistake: params that lack something, or have a value of any other kind in its place. A request is
// answered with a result or with an error of the client's, nothing ends the server, and it serves on.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { ResponseError } from 'vscode-languageserver/node';
import { Client } from './client.js';

const root = path.resolve(import.meta.dirname, '../../..');
const command = path.join(root, 'packages/cli/bundle/podlint.js');
const uri = 'file:///w/pod.yaml';
const text =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: Web\n      image: nginx\n';
const textDocument = { uri };
const position = { line: 6, character: 14 };
const range = { start: { line: 0, character: 0 }, end: position };
const place = { textDocument, position };
const severe = { range, message: 'x', code: 'api/invalid', source: 'podlint', severity: 1 };
const edit = { newText: 'a', range };

/** A good call of each request. */
const requests: Readonly<Record<string, object>> = {
  'textDocument/hover': place,
  'textDocument/completion': { ...place, context: { triggerKind: 2, triggerCharacter: '.' } },
  'completionItem/resolve': { label: 'image', kind: 5, data: { uri, path: ['spec'] }, textEdit: edit },
  'textDocument/definition': place,
  'textDocument/references': { ...place, context: { includeDeclaration: true } },
  'textDocument/prepareRename': place,
  'textDocument/rename': { ...place, newName: 'other' },
  'textDocument/documentHighlight': place,
  'textDocument/documentSymbol': { textDocument },
  'textDocument/foldingRange': { textDocument },
  'textDocument/selectionRange': { textDocument, positions: [position] },
  'textDocument/documentLink': { textDocument },
  'textDocument/codeLens': { textDocument },
  'textDocument/inlayHint': { textDocument, range },
  'textDocument/codeAction': {
    textDocument,
    range,
    context: { diagnostics: [severe], only: ['quickfix'], triggerKind: 1 },
  },
  'codeAction/resolve': { title: 'Fix all', kind: 'source.fixAll.podlint', data: { uri, askedBy: 'person' } },
  'textDocument/diagnostic': { textDocument, identifier: 'podlint', previousResultId: '1' },
  'workspace/diagnostic': { identifier: 'podlint', previousResultIds: [{ uri, value: '1' }] },
  'workspace/symbol': { query: 'web' },
  'workspace/executeCommand': { command: 'podlint.showEffective', arguments: [uri, position] },
  'podlint/status': { textDocument },
  'podlint/text': { textDocument },
  'podlint/build': { textDocument, root: 'base' },
  'podlint/effectiveSource': { textDocument },
  'podlint/effective': place,
  'podlint/references': { textDocument },
  'podlint/hidingPlaces': { uri, code: 'api/invalid', position },
  'podlint/timeline': place,
  'podlint/life': { ...place, scenario: 'crash' },
};

/** A good one of each notification, about a document that nobody asks for. */
const other = { uri: 'file:///w/other.yaml', languageId: 'yaml', version: 1, text };
const notifications: Readonly<Record<string, object>> = {
  initialized: {},
  'textDocument/didOpen': { textDocument: other },
  'textDocument/didChange': { textDocument: other, contentChanges: [{ text: 'a', range }, { text: 'kind: Pod' }] },
  'textDocument/didSave': { textDocument: other, text },
  'textDocument/didClose': { textDocument: other },
  'workspace/didChangeConfiguration': {
    settings: { podlint: { preset: 'strict', rules: { 'images/latest-tag': 'off' } } },
  },
  'workspace/didChangeWatchedFiles': { changes: [{ uri: other.uri, type: 2 }] },
  'workspace/didChangeWorkspaceFolders': { event: { added: [{ uri: 'file:///w', name: 'w' }], removed: [] } },
  '$/cancelRequest': { id: 1_000_000 },
  '$/setTrace': { value: 'off' },
  '$/progress': { token: 1, value: {} },
  'window/workDoneProgress/cancel': { token: 1 },
};

/** What every client says that it can do, so that every request is offered. */
const capabilities = {
  textDocument: { diagnostic: {}, codeAction: { resolveSupport: { properties: ['edit'] } } },
  workspace: { applyEdit: false, configuration: true, workspaceFolders: true },
  window: { showDocument: { support: true } },
};

/** What stands in the place of each value in turn. Made anew each time, as a message would bring it. */
const strange: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => -1,
  () => 1.5,
  () => Number.MAX_SAFE_INTEGER,
  () => 1e300,
  () => '',
  () => 'constructor',
  () => '__proto__',
  () => 'x'.repeat(100_000),
  () => [],
  () => [null],
  () => Array.from({ length: 2000 }, () => ({})),
  () => ({}),
  () => JSON.parse('{"__proto__": {"uri": 1}, "constructor": 1, "toString": 2}') as unknown,
  () => nested(2000),
];

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

interface Mutant {
  readonly what: string;
  readonly params: object;
}

/** The params with each of the strange values at each place in them. */
function mutantsOf(params: object): Mutant[] {
  return placesIn(params).flatMap((way) =>
    strange.map((make, index) => ({ what: `${way.join('.')} #${index}`, params: withAt(params, way, make()) })),
  );
}

function placesIn(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...way, key], ...placesIn(inner, [...way, key])]);
}

function withAt(params: object, way: readonly string[], value: unknown): object {
  const copy = structuredClone(params) as Record<string, unknown>;
  let holder = copy;
  for (const key of way.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  holder[way.at(-1)!] = value;
  return copy;
}

/** InvalidParams; RequestFailed, where what was asked for is not there. */
const answers = new Set([-32602, -32803]);

/** Undefined for a good answer. */
async function faultOf(client: Client, method: string, params: unknown): Promise<string | undefined> {
  try {
    await client.connection.sendRequest(method, params);
    return undefined;
  } catch (error) {
    return error instanceof ResponseError && answers.has(error.code) ? undefined : String(error);
  }
}

async function isWell(client: Client): Promise<void> {
  assert.equal(await client.connection.sendRequest('podlint/text', { textDocument }), text);
}

async function inClient(use: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start({ capabilities });
  try {
    await client.open(uri, text);
    await use(client);
    await isWell(client);
  } finally {
    assert.equal(await client.stop(), 0);
  }
}

test('the calls here are of all requests that the server offers, and are good ones', () =>
  inClient(async (client) => {
    const checks = readFileSync(path.join(root, 'packages/language-server/src/server/conduct/params.ts'), 'utf8');
    const known = [...checks.matchAll(/^ {2}(?:\[| {2})'([\w$/]+)',/gm)].map(([, method]) => method!);
    assert.ok(known.length > 30);
    for (const method of known)
      assert.ok(method === 'initialize' || method in requests || method in notifications, method);
    for (const [method, of] of Object.entries(requests))
      assert.equal(await faultOf(client, method, of), undefined, method);
  }));

/** The params with one strange value at all places of a depth. */
function spoilt(params: unknown, depth: number, value: unknown): unknown {
  if (depth === 0) return value;
  if (typeof params !== 'object' || params === null) return params;
  const entries = Object.entries(params).map(([key, inner]) => [key, spoilt(inner, depth - 1, value)] as const);
  return Array.isArray(params) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

test('strange params of initialize are refused, or leave a server that serves', async () => {
  const good = {
    processId: null,
    rootUri: 'file:///w',
    workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    capabilities,
    initializationOptions: { pause: 0, settings: { preset: 'strict' } },
  };
  for (const value of [null, 3, 'constructor', [], [3], {}])
    for (let depth = 1; depth <= 4; depth++) {
      const client = new Client(
        spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] }),
      );
      const params = spoilt(good, depth, value);
      const isRefused = await client.connection.sendRequest('initialize', params).then(
        () => false,
        (error: unknown) => error instanceof ResponseError && error.code === -32602,
      );
      if (isRefused) await client.connection.sendRequest('initialize', good);
      await client.connection.sendNotification('initialized', {});
      await client.open(uri, text);
      await isWell(client);
      for (const method of ['textDocument/hover', 'textDocument/codeAction', 'textDocument/completion'])
        assert.equal(await faultOf(client, method, requests[method]), undefined, `${method} ${JSON.stringify(params)}`);
      assert.equal(await client.stop(), 0);
    }
});

test('strange settings that a client sends are read over', () =>
  inClient(async (client) => {
    for (const { params } of mutantsOf({
      podlint: { preset: 'strict', kubernetesVersion: ['1.36'], rules: { a: 'off' } },
    })) {
      client.settings = (params as { readonly podlint?: unknown }).podlint ?? null;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: params });
      await isWell(client);
    }
  }));

describe('strange params', () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ capabilities });
    await client.open(uri, text);
  });
  afterEach(() => isWell(client));
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  for (const [method, of] of Object.entries(requests))
    test(`of ${method} get an answer`, async () => {
      const whole = strange.map((make, index) => ({ what: `params #${index}`, params: make() }));
      const faults = await Promise.all(
        [...mutantsOf(of), ...whole].map(async ({ what, params }) => {
          const fault = await faultOf(client, method, params);
          return fault === undefined ? [] : `${what}: ${fault}`;
        }),
      );
      assert.deepEqual(faults.flat(), []);
    });

  for (const [method, of] of Object.entries(notifications))
    test(`of ${method} change nothing else`, async () => {
      for (const { params } of mutantsOf(of)) await client.connection.sendNotification(method, params);
      for (const make of strange) await client.connection.sendNotification(method, make());
    });
});
