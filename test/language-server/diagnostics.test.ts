import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project } from '@podlint/model';
import { Client } from './client.js';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      imagePullPolicy: always
`;

test('an open manifest gets diagnostics with codes, documentation and places', async () => {
  const client = await Client.start();
  await client.open('file:///w/pod.yaml', pod);
  const found = await client.diagnostics('file:///w/pod.yaml');
  const unsupported = found.find(({ code }) => code === 'api/not-supported');
  assert.ok(unsupported);
  assert.deepEqual(unsupported.range, { start: { line: 7, character: 23 }, end: { line: 7, character: 29 } });
  assert.equal(unsupported.severity, 1);
  assert.equal(unsupported.codeDescription?.href, project.page('docs/codes.md#api-not-supported'));
  assert.equal(await client.stop(), 0);
});
