// No answer waits behind the judging of something else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSessionWith } from '@podlint/engine';
import { createBuilds, FileTree } from '@podlint/engine/builds';
import { LanguageService } from '@podlint/language-server/service';
import { definedResources } from '@podlint/policy';
import { catalogue } from '@podlint/rules';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.js';
import { inWorkspace } from './in-workspace.js';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: registry.example/app:1.2
`;
const pods = (count: number): string =>
  Array.from({ length: count }, (_, index) => pod.replace('name: web', `name: web-${index}`)).join('---\n');

test('a hover in a small document is answered while a document of 50,000 lines is judged', async () => {
  const client = await Client.start();
  const [small, long] = ['file:///w/small.yaml', 'file:///w/long.yaml'];
  await client.open(small, pod);
  await client.diagnostics(small);
  const hover = (uri: string): Promise<unknown> =>
    client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 7, character: 8 } });
  assert.ok(await hover(small));
  await client.open(long, pods(6000));
  const waits: number[] = [];
  for (let at = performance.now(); !client.published.has(long); at = performance.now()) {
    assert.ok(await hover(small));
    waits.push(performance.now() - at);
  }
  // Several answers while it is judged; how long each takes is measured where nothing else runs (`npm run bench:editor`).
  assert.ok(waits.length > 5, `${waits.length} answers`);
  assert.ok((await client.diagnostics(long)).length > 1000);
  assert.equal(await client.stop(), 0);
});

test('nobody who asks of another document waits for the rules over all of them', () => {
  const service = `apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n`;
  const texts = { 'a.yaml': pod, 'b.yaml': `${pods(20)}---\n${service}` };
  const [session, fresh] = [createSessionWith(catalogue), createSessionWith(catalogue)];
  for (const [path, text] of Object.entries(texts)) session.set({ path, text });
  session.update();
  const [other, before] = [session.file('a.yaml'), session.file('b.yaml')];
  assert.ok(before?.report.diagnostics.some(({ code }) => code === 'refs/service-selects-nothing'));
  const text = texts['b.yaml'].replace('app: web}', 'app: shop}');
  session.set({ path: 'b.yaml', text });
  let slices = 0;
  while (!session.prepareSome(() => true, ['b.yaml'])) {
    slices++;
    assert.deepEqual([session.isPending('a.yaml'), session.isPending('b.yaml')], [false, true]);
    assert.deepEqual(session.updateReady(), []);
    assert.deepEqual([session.file('a.yaml'), session.file('b.yaml')], [other, before]);
  }
  assert.ok(slices > 20, `${slices} slices`);
  assert.deepEqual(session.updateReady(), ['b.yaml']);
  assert.ok(!session.isPending('b.yaml'));
  for (const [path, now] of Object.entries({ ...texts, 'b.yaml': text })) fresh.set({ path, text: now });
  fresh.update();
  assert.deepEqual(session.file('b.yaml')?.report, fresh.file('b.yaml')?.report);
});

test('the document that is asked about comes first, whatever else is open', async () => {
  const service = new LanguageService({ settingsFor: () => ({}) });
  const uris = Array.from({ length: 40 }, (_, index) => `file:///w/${index}.yaml`);
  const text = Array.from({ length: 60 }, () => pod).join('---\n');
  for (const uri of uris) service.setDocument(TextDocument.create(uri, 'yaml', 1, text));
  const order: string[] = [];
  await Promise.all([
    service.prepared().then(() => order.push('all')),
    service.prepared(uris[7]).then(() => order.push('asked')),
  ]);
  assert.deepEqual(order, ['asked', 'all']);
  assert.equal(service.file(uris[39]!)?.diagnostics.length, service.file(uris[7]!)?.diagnostics.length);
});

test('who types while a long document is judged for the first time loses nothing, and gets the last text', async () => {
  const service = new LanguageService({ settingsFor: () => ({}) });
  const uri = 'file:///w/long.yaml';
  const give = (text: string, version: number): void =>
    service.setDocument(TextDocument.create(uri, 'yaml', version, text));
  give(pods(800), 1);
  let typed = pods(800);
  for (let version = 2; version < 8; version++) {
    void service.prepared();
    await new Promise((resolve) => setTimeout(resolve, 1));
    typed = typed.replace('name: web-0', 'name: web-0x');
    give(typed, version);
  }
  await service.prepared(uri);
  const view = service.file(uri)!;
  assert.equal(view.text.getText(), typed);
  assert.equal(view.documents.length, 800);
});

const kustomization = 'resources: [web.yaml]\n';
const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {size: many}\n';
const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Widget', plural: 'widgets', singular: 'widget', listKind: 'WidgetList' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } },
          },
        },
      },
    ],
  },
};

test('what a definition changes is built in slices, and until then what was said before counts', () => {
  const texts: Record<string, string> = {};
  for (let index = 0; index < 30; index++) {
    texts[`${index}/kustomization.yaml`] = kustomization;
    texts[`${index}/web.yaml`] = widget;
  }
  const builds = createBuilds({
    folderOf: (path) => `/${path.slice(0, Math.max(path.lastIndexOf('/'), 0))}`,
    nameOf: (folder) => folder.slice(1) || '.',
    source: () => new FileTree(texts),
  });
  const session = createSessionWith(catalogue);
  for (const [path, text] of Object.entries(texts)) session.set({ path, text });
  session.setBuilds(builds);
  while (!session.prepareBuilds());
  session.update();
  const errors = (): number =>
    [...session.files()].reduce((sum, { report }) => sum + report.diagnostics.filter(({ severity }) => severity === 'error').length, 0); // prettier-ignore
  assert.equal(errors(), 0);
  session.setCustomResources({ ...definedResources([definition]), name: 'widgets' });
  let slices = 0;
  while (!session.prepareSome(() => true, [])) {
    slices++;
    session.updateReady();
    assert.equal(errors(), 0, `behind slice ${slices}`);
  }
  assert.ok(slices >= 30, `${slices} slices`);
  session.updateReady();
  assert.equal(errors(), 30);
});

test('a client is told of what a definition changes, and is answered in between', async () => {
  const files: Record<string, string> = {};
  for (let index = 0; index < 30; index++) {
    files[`${index}/kustomization.yaml`] = kustomization;
    files[`${index}/web.yaml`] = widget;
  }
  await inWorkspace({ w: files }, {}, async (client, at, write) => {
    await client.open(at('w/3/web.yaml'), widget);
    await client.diagnostics(at('w/3/web.yaml'));
    await write('w/crd.yaml', JSON.stringify(definition));
    const { diagnostics } = await client.until(at('w/3/web.yaml'), (last) => last.diagnostics.some(({ severity }) => severity === 1)); // prettier-ignore
    assert.ok(diagnostics.length > 0);
  });
});
