import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Client } from './client.js';
import { inWorkspace } from './in-workspace.js';

const pod = (account: string, image = 'registry.example/web:1'): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: ${account}
  containers:
    - name: web
      image: ${image}
`;
const account = (name: string, automount: boolean): string =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\nautomountServiceAccountToken: ${automount}\n`;
const token = 'security/automount-token';
const config = (level: string): string => `rules:\n  ${token}: ${level}\n`;

test('the config file of each folder counts, and counts anew when it is saved', () =>
  inWorkspace({ a: { 'podlint.config.yaml': config('warn') }, b: {} }, {}, async (client, at, write) => {
    await client.open(at('a/pod.yaml'), pod('x'));
    await client.open(at('b/pod.yaml'), pod('x'));
    assert.ok((await client.diagnostics(at('a/pod.yaml'))).some(({ code }) => code === token));
    assert.ok((await client.diagnostics(at('b/pod.yaml'))).every(({ code }) => code !== token));
    await write('b/podlint.config.yaml', config('error'));
    await client.codes(at('b/pod.yaml'), token, 'there');
    await write('a/podlint.config.yaml', config('off'));
    await client.codes(at('a/pod.yaml'), token, 'gone');
  }));

test('what depends on other files follows them, unsaved text before what is on disk', () =>
  inWorkspace(
    { a: { 'account.yaml': account('x', false), 'podlint.config.yaml': config('warn') } },
    {},
    async (client, at, write) => {
      await client.open(at('a/pod.yaml'), pod('x'));
      await client.codes(at('a/pod.yaml'), token, 'gone');
      await client.open(at('a/account.yaml'), account('x', true));
      await client.codes(at('a/pod.yaml'), token, 'there');
      await client.change(at('a/account.yaml'), account('x', false), 2);
      await client.codes(at('a/pod.yaml'), token, 'gone');
      await client.change(at('a/account.yaml'), account('x', true), 3);
      await client.codes(at('a/pod.yaml'), token, 'there');
      await client.close(at('a/account.yaml'));
      await client.codes(at('a/pod.yaml'), token, 'gone');
      await write('a/account.yaml', account('y', false));
      await client.codes(at('a/pod.yaml'), token, 'there');
      await write('a/another.yaml', account('x', false));
      await client.codes(at('a/pod.yaml'), token, 'gone');
    },
  ));

test('a skaffold.yaml counts for the images of its folder, and counts anew when it is saved', () =>
  inWorkspace({ a: {} }, {}, async (client, at, write) => {
    const skaffold = (image: string): string =>
      `apiVersion: skaffold/v4beta11\nkind: Config\nbuild: {artifacts: [{image: ${image}}]}\n`;
    await client.open(at('a/pod.yaml'), pod('x', 'web'));
    await client.codes(at('a/pod.yaml'), 'images/latest-tag', 'there');
    await write('a/skaffold.yaml', skaffold('web'));
    await client.codes(at('a/pod.yaml'), 'images/latest-tag', 'gone');
    await write('a/skaffold.yaml', skaffold('api'));
    await client.codes(at('a/pod.yaml'), 'images/latest-tag', 'there');
  }));

const privileged = `${pod('a')}      securityContext: {privileged: true}\n`;
const codesOf = (last: { readonly diagnostics: readonly { readonly code?: number | string }[] }): unknown[] =>
  last.diagnostics.map(({ code }) => code);

describe('files that are not open', () => {
  const folders = { w: { 'a.yaml': privileged, 'b.yaml': pod('a'), 'c.txt': privileged, 'd.yaml': 'on: push\n' } };
  const isThere = (last: Parameters<typeof codesOf>[0]): boolean => codesOf(last).includes('security/privileged');
  const isNotThere = (last: Parameters<typeof codesOf>[0]): boolean => !isThere(last);

  test('are told of with their errors and warnings, and follow what is on disk', () =>
    inWorkspace(folders, {}, async (client, at, write) => {
      const { diagnostics, version } = await client.until(at('w/a.yaml'), isThere);
      assert.equal(version, undefined);
      assert.ok(diagnostics.every(({ severity }) => severity! <= 2));
      await client.until(at('w/b.yaml'), isNotThere);
      await write('w/a.yaml', pod('a'));
      await client.until(at('w/a.yaml'), isNotThere);
      await write('w/b.yaml', privileged);
      await client.until(at('w/b.yaml'), isThere);
      assert.deepEqual([...client.published.keys()].sort(), [at('w/a.yaml'), at('w/b.yaml')]);
    }));

  test('follow the editor while they are open, and the disk again behind it', () =>
    inWorkspace(folders, {}, async (client, at) => {
      await client.until(at('w/a.yaml'), isThere);
      await client.open(at('w/a.yaml'), pod('a'));
      await client.until(at('w/a.yaml'), (last) => last.version === 1 && isNotThere(last));
      await client.close(at('w/a.yaml'));
      await client.until(at('w/a.yaml'), isThere);
    }));

  test('are told of when they change, if the settings say so', () =>
    inWorkspace(folders, { workspaceDiagnostics: 'changed' }, async (client, at, write) => {
      await write('w/b.yaml', privileged);
      await client.until(at('w/b.yaml'), isThere);
      assert.deepEqual([...client.published.keys()], [at('w/b.yaml')]);
    }));

  test('are left alone, if the settings say so', () =>
    inWorkspace(folders, { workspaceDiagnostics: 'open' }, async (client, at, write) => {
      await write('w/b.yaml', privileged);
      await client.open(at('w/a.yaml'), privileged);
      await client.until(at('w/a.yaml'), isThere);
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepEqual([...client.published.keys()], [at('w/a.yaml')]);
    }));
});

test('folders come and go', () =>
  inWorkspace(
    { a: { 'podlint.config.yaml': config('warn') }, b: { 'account.yaml': account('x', false) } },
    {},
    async (client, at) => {
      const change = (added: string[], removed: string[]): Promise<void> =>
        client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: {
            added: added.map((name) => ({ name, uri: at(name) })),
            removed: removed.map((name) => ({ name, uri: at(name) })),
          },
        });
      await client.open(at('a/pod.yaml'), pod('x'));
      await client.codes(at('a/pod.yaml'), token, 'gone');
      await change([], ['b']);
      await client.codes(at('a/pod.yaml'), token, 'there');
      await change(['b'], []);
      await client.codes(at('a/pod.yaml'), token, 'gone');
    },
  ));

test("the client's settings go over config files and are asked for anew when they change", () =>
  inWorkspace(
    { a: { 'podlint.config.yaml': config('warn') } },
    { rules: { [token]: 'off' }, kubernetesVersion: null, preset: '' },
    async (client, at) => {
      await client.open(at('a/pod.yaml'), pod('x'));
      assert.ok((await client.diagnostics(at('a/pod.yaml'))).every(({ code }) => code !== token));
      client.settings = {};
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.codes(at('a/pod.yaml'), token, 'there');
      client.settings = { preset: 'none' };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.until(at('a/pod.yaml'), ({ diagnostics }) => diagnostics.length === 0);
    },
  ));

test('a mistake in a config file is shown there, and goes when it is mended', () =>
  inWorkspace({ a: { 'podlint.config.yaml': 'rules:\n  no/such: warn\n' } }, {}, async (client, at, write) => {
    await client.open(at('a/pod.yaml'), pod('x'));
    const { diagnostics } = await client.until(at('a/podlint.config.yaml'), (last) => last.diagnostics.length > 0);
    assert.deepEqual(
      diagnostics.map(({ range, severity }) => [range.start, severity]),
      [[{ line: 1, character: 2 }, 1]],
    );
    await write('a/podlint.config.yaml', config('warn'));
    await client.until(at('a/podlint.config.yaml'), (last) => last.diagnostics.length === 0);
    await client.codes(at('a/pod.yaml'), token, 'there');
  }));

test('content decides: a file without Kubernetes objects is left alone, whatever its name, and one with them is not', () =>
  inWorkspace({ a: {} }, {}, async (client, at) => {
    for (const [name, text] of Object.entries({
      'pod.yaml': 'services:\n  web:\n    image: nginx\n    ports: ["80"]\n',
      'broken.yaml': 'name: "x\njobs:\n\tbuild: y\n',
      'values.yaml': 'containers:\n  - name: a\n    imagge: x\n',
      'tsconfig.json': '{\n  // why\n  "compilerOptions": {}\n}\n',
    })) {
      await client.open(at(`a/${name}`), text);
      assert.deepEqual(await client.diagnostics(at(`a/${name}`)), [], name);
    }
    await client.open(at('a/notes.txt'), pod('x').replace('kind: Pod', 'kind: Pod\nspecc: 1'));
    await client.codes(at('a/notes.txt'), 'schema/unknown-field', 'there');
  }));

test('mistakes that every YAML reader reports can be left to another server', async () => {
  const text = `${pod('x')}  restartPolicy: "Always\n`;
  const broken = 'syntax/unclosed-quote';
  const codesWith = async (settings: unknown, yamlServer?: boolean): Promise<unknown[]> => {
    const client = await Client.start(
      { capabilities: { workspace: { configuration: true } }, initializationOptions: { yamlServer } },
      settings,
    );
    await client.open('file:///w/a.yaml', text);
    const codes = (await client.diagnostics('file:///w/a.yaml')).map(({ code }) => code);
    await client.stop();
    return codes;
  };
  assert.ok((await codesWith({})).includes(broken));
  assert.ok(!(await codesWith({ yamlSyntaxErrors: 'off' })).includes(broken));
  assert.ok(!(await codesWith({ yamlSyntaxErrors: 'auto' }, true)).includes(broken));
  assert.ok((await codesWith({ yamlSyntaxErrors: 'on' }, true)).includes(broken));
});
