import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CodeAction, CodeLens, TextDocumentEdit } from 'vscode-languageserver';
import { inWorkspace } from './in-workspace.js';

const web = (image: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: ${image}
`;
const patch = (replicas: number): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: ${replicas}\n`;
const files = {
  base: { 'kustomization.yaml': 'resources: [web.yaml]\n', 'web.yaml': web('nginx') },
  prod: {
    'kustomization.yaml':
      'resources: [../base]\nimages: [{name: nginx, newTag: "1.29"}]\npatches: [{path: more.yaml}]\n',
    'more.yaml': patch(2),
  },
};
const codesOf = (found: readonly { readonly code?: number | string }[]): unknown[] => found.map(({ code }) => code);

describe('kustomizations of the workspace', () => {
  test('a base is judged as what its overlays make of it', () =>
    inWorkspace(files, {}, async (client, at) => {
      await client.open(at('base/web.yaml'), web('nginx'));
      await client.open(at('prod/more.yaml'), patch(2));
      await client.codes(at('base/web.yaml'), 'not-set', 'there');
      // The image has its tag from the overlay.
      assert.ok(!codesOf(await client.diagnostics(at('base/web.yaml'))).includes('images/latest-tag'));
      assert.deepEqual(codesOf(await client.diagnostics(at('prod/more.yaml'))), []);
    }));

  test('what a patch breaks is told in the patch while it is typed, and goes again', () =>
    inWorkspace(files, {}, async (client, at) => {
      await client.open(at('prod/more.yaml'), patch(2));
      await client.change(at('prod/more.yaml'), patch(-2), 2);
      await client.codes(at('prod/more.yaml'), 'api/invalid', 'there');
      await client.change(at('prod/more.yaml'), patch(3), 3);
      await client.codes(at('prod/more.yaml'), 'api/invalid', 'gone');
    }));

  test('what a shared base has wrong is changed there, or patched in one of the builds', () =>
    inWorkspace({ ...files, stage: { 'kustomization.yaml': 'resources: [../base]\n' } }, {}, async (client, at) => {
      await client.open(at('base/web.yaml'), web('nginx'));
      await client.codes(at('base/web.yaml'), 'not-set', 'there');
      const found = await client.diagnostics(at('base/web.yaml'));
      const { range } = found.find(({ code }) => code === 'not-set')!;
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: at('base/web.yaml') },
        range,
        context: { diagnostics: [] },
      });
      const changed = new Map(
        actions
          .filter(({ title }) => title.startsWith('Set runAsNonRoot to true'))
          .map(({ title, edit }) => [
            title.replace('Set runAsNonRoot to true', ''),
            (edit?.documentChanges as TextDocumentEdit[]).map(({ textDocument }) => textDocument.uri),
          ]),
      );
      assert.deepEqual(changed.get(''), [at('base/web.yaml')]);
      for (const root of ['prod', 'stage'])
        assert.deepEqual(changed.get(`, by a patch in ${root} alone`), [at(`${root}/kustomization.yaml`)]);
      assert.equal(changed.size, 3);
    }));

  test('a kustomization tells its own mistakes', () =>
    inWorkspace(files, {}, async (client, at, write) => {
      const overlay = files.prod['kustomization.yaml'];
      await client.open(at('prod/kustomization.yaml'), overlay);
      await client.change(at('prod/kustomization.yaml'), `${overlay}resource: []\n`, 2);
      await client.codes(at('prod/kustomization.yaml'), 'kustomize/unknown-field', 'there');
      await client.change(at('prod/kustomization.yaml'), overlay.replace('more', 'less'), 3);
      await client.codes(at('prod/kustomization.yaml'), 'kustomize/missing-file', 'there');
      await write('prod/less.yaml', patch(1));
      await client.codes(at('prod/kustomization.yaml'), 'kustomize/missing-file', 'gone');
    }));

  test('a kustomization says what comes out of it, and shows it', () =>
    inWorkspace(files, {}, async (client, at) => {
      await client.open(at('prod/kustomization.yaml'), files.prod['kustomization.yaml']);
      await client.open(at('prod/more.yaml'), patch(-2));
      await client.codes(at('prod/more.yaml'), 'api/invalid', 'there');
      const textDocument = { uri: at('prod/kustomization.yaml') };
      const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
      assert.deepEqual(
        lenses.map(({ command }) => command?.title),
        ['builds 1 object: 1 refused'],
      );
      const status = await client.connection.sendRequest<{ text: string }>('podlint/status', { textDocument });
      assert.match(status.text, /: rejected$/);
      const built = await client.connection.sendRequest<{ text: string }>('podlint/build', { textDocument });
      assert.match(built.text, /^ +image: nginx:1\.29$/m);
      assert.match(built.text, /^ +replicas: -2$/m);
    }));

  test('a kustomization that is being typed keeps what it said until it can be read again', () =>
    inWorkspace(files, {}, async (client, at) => {
      const uri = at('prod/kustomization.yaml');
      const overlay = files.prod['kustomization.yaml'];
      await client.open(uri, overlay);
      await client.open(at('prod/more.yaml'), patch(-2));
      await client.codes(at('prod/more.yaml'), 'api/invalid', 'there');
      const said = async (): Promise<unknown> => {
        const textDocument = { uri };
        const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
        const { text } = await client.connection.sendRequest<{ text: string }>('podlint/status', { textDocument });
        return [...lenses.map(({ command }) => command?.title), text];
      };
      const before = await said();
      assert.match(JSON.stringify(before), /builds 1 object: 1 refused/);
      for (const [index, typed] of ['namePrefix: "', 'namePrefix: "a', 'namePrefix: [', 'na: me: x'].entries()) {
        await client.change(uri, `${overlay}${typed}`, index + 2);
        assert.deepEqual(await said(), before, typed);
      }
      await client.change(uri, overlay.replace('more', 'less'), 9);
      await client.codes(uri, 'kustomize/missing-file', 'there');
      assert.notDeepEqual(await said(), before);
    }));

  test('a base shows what a kustomization that takes it in makes of it, and has its verdict', () =>
    inWorkspace({ ...files, stage: { 'kustomization.yaml': 'resources: [../base]\n' } }, {}, async (client, at) => {
      await client.open(at('prod/more.yaml'), patch(-2));
      await client.codes(at('prod/more.yaml'), 'api/invalid', 'there');
      await client.open(at('base/web.yaml'), web('nginx'));
      const textDocument = { uri: at('base/web.yaml') };
      const [lens] = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
      assert.match(lens?.command?.title ?? '', /rejected/);
      const ask = (root?: string): Promise<{ roots: string[]; text: string }> =>
        client.connection.sendRequest('podlint/build', { textDocument, root });
      const { roots, text } = await ask();
      assert.deepEqual(roots, ['prod', 'stage']);
      assert.match(text, /nginx:1\.29/);
      assert.match((await ask('stage')).text, /nginx/);
    }));

  test('a patch says in which builds it is, has their verdict, and shows what they make', () =>
    inWorkspace(
      { ...files, stage: { 'kustomization.yaml': 'resources: [../prod]\n', 'lost-patch.yaml': patch(1) } },
      {},
      async (client, at) => {
        await client.open(at('prod/more.yaml'), patch(-2));
        await client.codes(at('prod/more.yaml'), 'api/invalid', 'there');
        const ask = async (file: string): Promise<unknown[]> => {
          const textDocument = { uri: at(file) };
          const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
          const status = await client.connection.sendRequest<{ verdict: string }>('podlint/status', { textDocument });
          return [status.verdict, ...lenses.map(({ command }) => command?.title)];
        };
        // What takes in the kustomization of the patch is what is built.
        assert.deepEqual(await ask('prod/more.yaml'), ['rejected', 'in stage: builds 1 object: 1 refused']);
        await client.change(at('prod/more.yaml'), patch(2), 2);
        await client.codes(at('prod/more.yaml'), 'api/invalid', 'gone');
        assert.equal((await ask('prod/more.yaml'))[0], 'accepted');
        const textDocument = { uri: at('prod/more.yaml') };
        const built = await client.connection.sendRequest<{ text: string }>('podlint/build', { textDocument });
        assert.match(built.text, /^ +replicas: 2$/m);
        await client.open(at('stage/lost-patch.yaml'), patch(1));
        await client.diagnostics(at('stage/lost-patch.yaml'));
        const [verdict, lens, ...more] = await ask('stage/lost-patch.yaml');
        assert.deepEqual([verdict, typeof lens, more], ['unchecked', 'string', []]);
      },
    ));

  test('they are left alone where the config says so', () =>
    inWorkspace(
      {
        one: {
          'podlint.config.yaml': 'kustomize: off\n',
          'base/kustomization.yaml': files.base['kustomization.yaml'],
          'base/web.yaml': web('nginx'),
          'prod/kustomization.yaml': files.prod['kustomization.yaml'],
          'prod/more.yaml': patch(-2),
        },
      },
      {},
      async (client, at, write) => {
        await client.open(at('one/base/web.yaml'), web('nginx'));
        await client.codes(at('one/base/web.yaml'), 'images/latest-tag', 'there');
        await write('one/podlint.config.yaml', 'kustomize: on\n');
        await client.codes(at('one/base/web.yaml'), 'images/latest-tag', 'gone');
      },
    ));
});
