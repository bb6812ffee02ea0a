import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinterWith, createSessionWith, type Session } from '@podlint/engine';
import { createBuilds, FileTree } from '@podlint/engine/builds';
import { definedResources } from '@podlint/policy';
import { catalogue } from '@podlint/rules';
import fc from 'fast-check';

const deployment = (image: string, account: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      serviceAccountName: ${account}\n      containers:\n        - name: web\n          image: ${image}\n          envFrom: [{configMapRef: {name: settings}}]\n`;
const configMap = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata: {a: b}\n`;
const patch = (field: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  ${field}\n`;

/** What each file may hold; undefined: it is not there. */
const variants: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'base/kustomization.yaml': [
    'resources: [web.yaml, settings.yaml]\n',
    'resources: [web.yaml]\n',
    'resources: [web.yaml, missing.yaml]\n',
    'resources: [web.yaml\n',
    undefined,
  ],
  'base/web.yaml': [
    deployment('nginx', 'web'),
    deployment('nginx:1.27', 'webb'),
    deployment('nginx', 'web').replace('image', 'imag'),
  ],
  'base/settings.yaml': [configMap('settings'), configMap('setings'), undefined],
  'prod/kustomization.yaml': [
    'resources: [../base]\nnamePrefix: prod-\npatches: [{path: replicas.yaml}]\n',
    'resources: [../base]\nimages: [{name: nginx, newTag: "2"}]\n',
    'resources: [../base]\nimages: [{name: ngnx, newTag: "2"}]\n',
    'resources: [../base]\nimages: [{name: nginx, newTag: "${version}"}]\n',
    'resources: [../base, https://example.org/more]\n',
    undefined,
  ],
  'prod/replicas.yaml': [patch('replicas: 3'), patch('replicas: many'), undefined],
  'stage/kustomization.yaml': ['resources: [../base]\nnamespace: stage\n', 'commonLabels: {a: b}\n', undefined],
  'alone/kustomization.yaml': ['resources: [config.yaml]\n', undefined],
  'alone/config.yaml': [configMap('alone'), configMap('ALONE'), patch('$patch: delete')],
  'clusters/prod.yaml': [
    undefined,
    `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: prod}\nspec:\n  path: ./prod\n  postBuild: {substitute: {version: "3"}}\n`,
    `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: prod}\nspec:\n  path: ./prod\n  postBuild: {substituteFrom: [{kind: ConfigMap, name: values}]}\n`,
  ],
  'clusters/values.yaml': [undefined, configMap('values').replace('a: b', 'version: "latest"')],
  'account.yaml': ['apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web}\n', configMap('web'), undefined],
};
const paths = Object.keys(variants);

/** With every fix worked out. */
function said(session: Session): string {
  return JSON.stringify([...session.files()].map(({ report }) => report).sort((a, b) => (a.path < b.path ? -1 : 1)));
}

class Tree {
  private readonly files = new Map<string, { readonly path: string; readonly text: string }>();
  readonly builds = createBuilds({
    folderOf: (path) => `/${path.slice(0, Math.max(path.lastIndexOf('/'), 0))}`,
    nameOf: (folder) => folder.slice(1) || '.',
    source: () => new FileTree(this.texts()),
  });
  readonly session = createSessionWith(catalogue);

  private texts(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.files.values()].map(({ path, text }) => [path, text]));
  }

  set(path: string, text: string | undefined): void {
    if (text === undefined) {
      this.files.delete(path);
      this.session.remove(path);
    } else {
      this.files.set(path, { path, text });
      this.session.set({ path, text });
    }
  }

  build(most?: number): void {
    const { builds } = this;
    this.session.setBuilds({
      of: (files, around) => builds.of(files, around),
      parted: (files) => builds.parted(files, most),
    });
    while (!this.session.prepareBuilds());
  }

  fresh(): string {
    const { builds } = this;
    return JSON.stringify(createLinterWith(catalogue, {}, { builds }).lint([...this.files.values()]).files);
  }
}

test('after any changes a session that builds kustomizations says what a fresh run says', () => {
  const change = fc.record({ file: fc.nat(paths.length - 1), variant: fc.nat(5), judged: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(fc.nat(5), { minLength: paths.length, maxLength: paths.length }),
      fc.array(change, { maxLength: 8 }),
      (first, changes) => {
        const tree = new Tree();
        const choose = (file: number, variant: number): void => {
          const of = variants[paths[file]!]!;
          tree.set(paths[file]!, of[variant % of.length]);
        };
        for (const [file, variant] of first.entries()) choose(file, variant);
        tree.session.update();
        tree.build();
        tree.session.update();
        assert.equal(said(tree.session), tree.fresh());
        for (const { file, variant, judged } of changes) {
          choose(file, variant);
          if (judged) tree.session.update();
        }
        tree.session.update();
        assert.equal(said(tree.session), tree.fresh());
        tree.session.setBuilds(undefined);
        tree.session.update();
        assert.ok([...tree.session.files()].every(({ isTakenIn }) => !isTakenIn));
      },
    ),
    { numRuns: 150 },
  );
});

test('a change is told of the files whose builds it changes, and of no others', () => {
  const tree = new Tree();
  for (const path of paths) tree.set(path, variants[path]![0]);
  tree.build();
  tree.session.update();
  tree.set('prod/replicas.yaml', patch('replicas: 4'));
  const base = ['base', 'prod', 'stage'];
  const of = (folders: readonly string[]): string[] =>
    paths.filter((path) => folders.includes(path.split('/')[0]!)).sort();
  assert.deepEqual([...tree.session.update()].sort(), of(base));
  tree.set('alone/config.yaml', configMap('other'));
  assert.deepEqual([...tree.session.update()].sort(), of(['alone']));
  assert.deepEqual(tree.session.update(), []);
});

test('what a kustomization that cannot be read says stays, however often the session is asked', () => {
  const tree = new Tree();
  for (const path of paths) tree.set(path, variants[path]![0]);
  tree.set('base/kustomization.yaml', 'resources: [web.yaml\n');
  tree.build();
  for (let time = 0; time < 3; time++) {
    tree.session.update();
    assert.deepEqual(
      tree.session.file('base/kustomization.yaml')?.report.diagnostics.map(({ code }) => code),
      ['syntax/unclosed-bracket'],
    );
  }
});

test('a kustomization that takes in too much is left alone, and what it takes in is built without it', () => {
  const tree = new Tree();
  for (const path of paths) tree.set(path, variants[path]![0]);
  tree.set('kustomization.yaml', 'resources: [prod, stage, alone]\nnamePrefix: all-\n');
  tree.build(6);
  tree.session.update();
  assert.ok(tree.session.isTooLarge('kustomization.yaml'));
  assert.ok(!tree.session.isTooLarge('prod/kustomization.yaml'));
  assert.deepEqual(
    tree.session.file('base/web.yaml')?.roots.map(({ name }) => name),
    ['prod', 'stage'],
  );
});

test('a kustomization says which objects it makes, and files that it takes in have their verdict of it', () => {
  const tree = new Tree();
  for (const path of paths) tree.set(path, variants[path]![0]);
  tree.set('base/kustomization.yaml', 'resources: [web.yaml, settings.yaml]\n');
  tree.set('prod/replicas.yaml', patch('replicas: -1'));
  tree.build();
  tree.session.update();
  const [root] = tree.session.file('prod/kustomization.yaml')?.roots ?? [];
  assert.equal(root?.kustomization, 'prod/kustomization.yaml');
  assert.deepEqual(
    root.objects.map(({ entry: { kind, name, verdicts }, file }) => [kind, name, Object.values(verdicts ?? {}), file]),
    [
      ['Deployment', 'prod-web', ['reject'], 'base/web.yaml'],
      ['ConfigMap', 'prod-settings', ['accept'], 'base/settings.yaml'],
    ],
  );
  const web = tree.session.file('base/web.yaml');
  assert.equal(web?.isTakenIn, true);
  assert.deepEqual(Object.values(web.report.documents[0]?.verdicts ?? {}), ['reject']);
  assert.deepEqual(
    tree.session.file('base/web.yaml')?.roots.map(({ name }) => name),
    ['prod', 'stage'],
  );
  assert.deepEqual(tree.session.file('account.yaml')?.roots, []);
  assert.equal(tree.session.file('account.yaml')?.isTakenIn, false);
});

const gadgets = (type: string): object => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'gadgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'gadgets', kind: 'Gadget', singular: 'gadget', listKind: 'GadgetList' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: { type: 'object', properties: { size: { type } } } },
          },
        },
      },
    ],
  },
});

test('what is built is judged anew by other definitions of custom resources', () => {
  const tree = new Tree();
  tree.set('base/kustomization.yaml', 'resources: [gadget.yaml]\n');
  tree.set('base/gadget.yaml', 'apiVersion: example.com/v1\nkind: Gadget\nmetadata: {name: a}\nspec: {size: large}\n');
  tree.build();
  const verdict = (type: string): unknown => {
    tree.session.setCustomResources({ ...definedResources([gadgets(type)]), name: type });
    tree.session.update();
    return tree.session.file('base/gadget.yaml')?.report.documents[0]?.verdicts;
  };
  assert.deepEqual(verdict('integer'), { '1.36': 'reject' });
  assert.deepEqual(verdict('string'), { '1.36': 'accept' });
  assert.deepEqual(verdict('integer'), { '1.36': 'reject' });
});
