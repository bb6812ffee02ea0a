import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from './client.js';
import { messageOf } from './kit.js';

const uri = 'file:///w/a.yaml';
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1
      imagePullPolicy: always
      restartPolicyRules: []
`;
/** Who is to write what the preset would have set is another one from version to version. */
const preset = `apiVersion: settings.k8s.io/v1alpha1
kind: PodPreset
metadata:
  name: a
spec: {}
`;

async function diagnosticsFor(kubernetesVersion: readonly string[], text: string) {
  const client = await Client.start({ initializationOptions: { settings: { kubernetesVersion } } });
  await client.open(uri, text);
  const found = await client.diagnostics(uri);
  const hovers = await Promise.all(
    found.map(async ({ range }) =>
      JSON.stringify(
        await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: range.start }),
      ),
    ),
  );
  const actions = await client.connection.sendRequest<readonly { readonly diagnostics?: readonly unknown[] }[]>(
    'textDocument/codeAction',
    { textDocument: { uri }, range: found[0]!.range, context: { diagnostics: found } },
  );
  await client.stop();
  return { found, hovers, actions };
}

test('what several versions find is one diagnostic, which says for which of them it holds', async () => {
  const { found } = await diagnosticsFor(['1.30', '1.33', '1.36'], pod);
  const errors = found.filter(({ severity }) => severity === 1);
  assert.deepEqual(
    errors.map((one) => [one.code, /\(Kubernetes (.*) only\)$/.exec(messageOf(one))?.[1]]),
    [
      ['api/not-supported', undefined],
      ['schema/unknown-field', '1.30, 1.33'],
    ],
  );
});

test('one version, or all that are asked for, are not named', async () => {
  for (const versions of [['1.30'], ['1.30', '1.33']]) {
    const { found } = await diagnosticsFor(versions, pod);
    assert.deepEqual(
      found.map((one) => messageOf(one).includes('only)')),
      found.map(() => false),
    );
  }
});

test('where each version has words of its own, the newest ones are shown, and the hover has all', async () => {
  const { found, hovers, actions } = await diagnosticsFor(['1.31', '1.33', '1.36'], preset);
  const removed = found.filter(({ code }) => code === 'podpreset/removed-api');
  assert.equal(removed.length, 1);
  assert.ok(!messageOf(removed[0]!).includes('only)'), 'it holds for all three');
  const [hover] = hovers.filter((_, index) => found[index] === removed[0]);
  for (const version of ['1.31', '1.33', '1.36']) assert.ok(hover!.includes(`Kubernetes ${version} only`), version);
  const attached = actions.flatMap(({ diagnostics = [] }) => diagnostics);
  assert.ok(attached.length > 0);
  for (const one of attached) assert.ok(found.some((known) => JSON.stringify(known) === JSON.stringify(one)));
});
