import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, CompletionList, Hover } from 'vscode-languageserver';
import { Client } from './client.js';

const uri = 'file:///w/pod.yaml';
const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx\n      \n';
const textDocument = { uri };

test('a client hovers, completes, and looks at a proposal', async () => {
  const client = await Client.start({ capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } } });
  await client.open(uri, pod);
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument, position: { line: 7, character: 8 } });
  assert.match((hover.contents as { value: string }).value, /\*\*image\*\*/);
  assert.deepEqual(hover.range, { start: { line: 7, character: 6 }, end: { line: 7, character: 11 } });
  const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', { textDocument, position: { line: 8, character: 6 } });
  const probe = items.find(({ label }) => label === 'livenessProbe')!;
  assert.deepEqual(probe.textEdit, { range: { start: { line: 8, character: 6 }, end: { line: 8, character: 6 } }, newText: 'livenessProbe:\n        ${1}' });
  const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', probe);
  assert.match((resolved.documentation as { value: string }).value, /liveness/i);
  assert.equal(await client.stop(), 0);
});

test('an empty document gets whole manifests, in plain text for a client that knows no snippets', async () => {
  const client = await Client.start();
  await client.open(uri, '');
  const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', { textDocument, position: { line: 0, character: 0 } });
  const deployment = items.find(({ label }) => label === 'Deployment')!;
  assert.equal(deployment.insertTextFormat, 1);
  assert.match((deployment.textEdit as { newText: string }).newText, /^apiVersion: apps\/v1\nkind: Deployment\nmetadata:\n {2}name: app\n/);
  assert.equal(await client.stop(), 0);
});
