import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from './client.js';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: Web\n';
const invalid = 'api/invalid';

async function withClient(use: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start();
  try {
    await use(client);
    await client.open('file:///still/alive.yaml', pod);
    await client.codes('file:///still/alive.yaml', invalid, 'there');
  } finally {
    assert.equal(await client.stop(), 0);
  }
}

test('messages that are none, and requests that nobody knows, end nothing', () =>
  withClient(async (client) => {
    const send = (body: string): void =>
      void client.process.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    send('{"jsonrpc": "2.0", "id": 1, "meth');
    send('[]');
    send('null');
    send('{"jsonrpc":"2.0","method":"textDocument/didChange","params":{}}');
    send('{"jsonrpc":"2.0","method":"textDocument/didOpen"}');
    send('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":7,"text":null}}}');
    send('{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":null}');
    send('{"jsonrpc":"2.0","method":"$/unknown","params":[1]}');
    await assert.rejects(client.connection.sendRequest('no/such', {}), /Unhandled method/);
    assert.equal(await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: '%' } }), null);
  }));

test('blank lines that end in CR LF below a text cost nothing', () =>
  withClient(async (client) => {
    const text = 'apiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: a\r\ndata:\r\n  a: |\r\n    b\r\n';
    await client.open('file:///blank.yaml', text + '\r\n'.repeat(5000));
    const before = Date.now();
    const answer = await client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: 'file:///blank.yaml' },
      position: { line: 8, character: 0 },
    });
    assert.ok(answer !== undefined);
    assert.ok(Date.now() - before < 5000);
  }));

test('documents are found by whatever URI the client has for them', () =>
  withClient(async (client) => {
    for (const uri of [
      'file:///with%20blank/50%25.yaml',
      'file:///with blank/b.yaml',
      'file:///c%3A/Users/x/pod.yaml',
      'file:///C:/Users/x/pod.yaml',
      'untitled:Untitled-1',
      'vscode-vfs://github/o/r/pod.yaml',
      'file:///%E6%97%A5.yaml',
      'file://server/share/pod.yaml',
      'no scheme %',
    ]) {
      await client.open(uri, pod);
      await client.codes(uri, invalid, 'there');
      await client.close(uri);
      await client.until(uri, ({ diagnostics }) => diagnostics.length === 0);
    }
  }));

test('positions that are nowhere are taken as the protocol has it', () =>
  withClient(async (client) => {
    const uri = 'file:///w/a.yaml';
    await client.open(uri, pod);
    const at = (line: number, character: number) => ({ line, character });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: at(99, 99), end: at(999, 0) }, text: '# 😀\n' }],
    });
    await client.codes(uri, invalid, 'there');
    const actions = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at(5000, 1), end: at(5000, 1) },
      context: { diagnostics: [] },
    });
    assert.deepEqual(actions, []);
    assert.equal(
      await client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: 'file:///not/open.yaml' },
        range: { start: at(0, 0), end: at(0, 0) },
        context: { diagnostics: [] },
      }),
      null,
    );
  }));

test('a document larger than any manifest is left alone', () =>
  withClient(async (client) => {
    await client.open('file:///w/huge.yaml', `${pod}# ${'x'.repeat(33 * 1024 * 1024)}\n`);
    assert.deepEqual(await client.diagnostics('file:///w/huge.yaml'), []);
  }));

test('of fast changes the last one is answered, and nothing is said of an older version after a newer one', () =>
  withClient(async (client) => {
    const uri = 'file:///w/a.yaml';
    const versions: number[] = [];
    client.connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; version?: number }) => {
      if (params.uri === uri) versions.push(params.version!);
      client.receive(params as never);
    });
    await client.open(uri, pod);
    for (let version = 2; version <= 200; version++)
      await client.change(uri, pod.replace('Web', `web${version % 2 ? '' : '_'}`), version);
    await client.diagnostics(uri, 200);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.equal((await client.codes(uri, invalid, 'there')).includes(invalid), true);
  }));
