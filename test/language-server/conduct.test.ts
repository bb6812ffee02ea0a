import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import {
  StreamMessageReader,
  type Message,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver/node';

const command = path.resolve(import.meta.dirname, '../../../packages/cli/bundle/podlint.js');
const uri = 'file:///pod.yaml';
const document = { textDocument: { uri } };
const place = { ...document, position: { line: 0, character: 0 } };

describe('a client that does not keep to the protocol', () => {
  let server: ChildProcess;
  let answers: AsyncGenerator<ResponseMessage, never>;
  let id = 0;

  beforeEach(() => {
    server = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    answers = responses(server);
  });
  afterEach(() => server.kill());

  function write(message: Omit<RequestMessage, 'jsonrpc' | 'id'> & { readonly id?: number }): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin!.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  /** The code of the error that a request gets; undefined for a result. */
  async function codeOf(method: string, params?: object): Promise<number | undefined> {
    write({ id: ++id, method, ...(params && { params }) });
    const { value } = await answers.next();
    assert.equal(value.id, id);
    return value.error?.code;
  }

  async function initialize(): Promise<void> {
    assert.equal(await codeOf('initialize', { processId: null, rootUri: null, capabilities: {} }), undefined);
    write({ method: 'initialized', params: {} });
  }

  test('is told what comes before initialize, twice, or after shutdown', async () => {
    assert.equal(await codeOf('textDocument/hover', place), -32002);
    write({ method: 'textDocument/didOpen', params: {} });
    await initialize();
    assert.equal(await codeOf('textDocument/hover', place), undefined);
    assert.equal(await codeOf('initialize', { capabilities: {} }), -32600);
    assert.equal(await codeOf('shutdown'), undefined);
    assert.equal(await codeOf('textDocument/hover', place), -32600);
    assert.equal(await codeOf('shutdown'), -32600);
    write({ method: 'exit' });
    assert.deepEqual(await once(server, 'exit'), [0, null]);
  });

  const wrong: readonly [method: string, params: object | undefined][] = [
    ['textDocument/hover', undefined],
    ['textDocument/hover', []],
    ['textDocument/hover', document],
    ['textDocument/hover', { ...place, textDocument: 'pod.yaml' }],
    ['textDocument/hover', { ...place, position: { line: 'a', character: 0 } }],
    ['textDocument/completion', { ...place, position: { line: -1, character: 0 } }],
    ['textDocument/definition', { ...place, position: { line: 0.5, character: 0 } }],
    ['textDocument/references', place],
    ['textDocument/rename', place],
    ['textDocument/codeAction', document],
    ['textDocument/codeLens', {}],
    ['textDocument/inlayHint', place],
    ['textDocument/selectionRange', place],
    ['completionItem/resolve', {}],
    ['codeAction/resolve', { title: 'Fix' }],
    ['podlint/status', {}],
    ['podlint/timeline', { ...document, position: 3 }],
    ['podlint/life', { ...document, scenario: 3 }],
    ['podlint/build', { ...document, root: 3 }],
    ['textDocument/documentHighlight', document],
    ['workspace/symbol', {}],
    ['workspace/executeCommand', { command: 3 }],
    ['workspace/diagnostic', { previousResultIds: 'all' }],
  ];

  test('is told of params that cannot be read, and is served all the same', async () => {
    await initialize();
    for (const [method, params] of wrong)
      assert.equal(await codeOf(method, params), -32602, `${method} ${JSON.stringify(params)}`);
    assert.equal(await codeOf('nonsense', {}), -32601);
    write({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1 } } });
    write({ method: 'textDocument/didChange', params: { ...document, contentChanges: 3 } });
    write({ method: 'workspace/didChangeWatchedFiles', params: { changes: 3 } });
    write({ method: 'workspace/didChangeWorkspaceFolders', params: { event: {} } });
    const opened = { uri, languageId: 'yaml', version: 1, text: 'apiVersion: v1\nkind: Pod\n' };
    write({ method: 'textDocument/didOpen', params: { textDocument: opened } });
    write({ id: ++id, method: 'podlint/text', params: document });
    assert.equal((await answers.next()).value.result, opened.text);
  });

  test('is answered about places and files that are not there', async () => {
    await initialize();
    const opened = { uri, languageId: 'yaml', version: 1, text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n' };
    write({ method: 'textDocument/didOpen', params: { textDocument: opened } });
    const far = { line: 2 ** 31, character: 2 ** 31 };
    for (const textDocument of [{ uri }, { uri: 'file:///not/there.yaml' }, { uri: 'no uri' }, { uri: '' }])
      for (const [method, params] of [
        ['hover', { position: far }],
        ['completion', { position: far }],
        ['definition', { position: far }],
        ['documentHighlight', { position: far }],
        ['references', { position: far, context: { includeDeclaration: true } }],
        ['codeAction', { range: { start: far, end: { line: 0, character: 0 } }, context: { diagnostics: [] } }],
        ['codeLens', {}],
        ['documentLink', {}],
        ['documentSymbol', {}],
        ['foldingRange', {}],
        ['inlayHint', { range: { start: { line: 0, character: 0 }, end: far } }],
        ['selectionRange', { positions: [far, { line: 0, character: 0 }] }],
      ] as const)
        assert.equal(await codeOf(`textDocument/${method}`, { textDocument, ...params }), undefined, `${method} ${textDocument.uri}`); // prettier-ignore
    assert.equal(await codeOf('workspace/symbol', { query: '' }), undefined);
  });

  for (const [what, bytes] of [
    ['no number for a length', 'Content-Length: many\r\n\r\n{}'],
    ['no length', 'Content-Type: text\r\n\r\n{}'],
    ['a length that is too short', 'Content-Length: 2\r\n\r\n{"jsonrpc":"2.0"}\r\n\r\n'],
  ] as const)
    test(`with ${what} in a header, loses the server, which says why`, async () => {
      await initialize();
      let said = '';
      server.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
      server.stdin!.write(bytes);
      assert.deepEqual(await once(server, 'close'), [1, null]);
      assert.match(said, /^podlint: the client sent what is no message: [^\n]+\n$/);
    });
});

/** What a server answers to requests, in order. */
async function* responses(server: ChildProcess): AsyncGenerator<ResponseMessage, never> {
  const arrived: ResponseMessage[] = [];
  let wake = (): void => undefined;
  new StreamMessageReader(server.stdout!).listen((message: Message) => {
    if ('method' in message) return;
    arrived.push(message as ResponseMessage);
    wake();
  });
  for (;;) {
    while (arrived.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    yield arrived.shift()!;
  }
}
