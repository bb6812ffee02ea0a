import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  completeKustomization,
  definitionFrom,
  definitionInKustomization,
  hoverKustomization,
  isKustomization,
  kustomizationSymbols,
  pathLinks,
  prepareRenameIn,
  referencesFrom,
  renameIn,
  renameMade,
  type Around,
} from '@podlint/language-server/features';
import { LanguageService, type FileView } from '@podlint/language-server/service';
import type { CompletionItem, Location, TextEdit } from 'vscode-languageserver';
import { edited, taken } from './kit.js';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: {app: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: registry:5000/shop/web:1.2
          envFrom: [{configMapRef: {name: "settings"}}]
        - name: log
          image: busybox@sha256:0123
`;
const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web-front\nspec:\n  ports: [{port: 80}]\n';
const base =
  'resources: [deployment.yaml, service.yaml]\nconfigMapGenerator:\n  - name: settings\n    literals: [a=b]\n';
const files = {
  'base/kustomization.yaml': base,
  'base/deployment.yaml': deployment,
  'base/service.yaml': service,
  'base/values.yaml': 'image: {tag: 1}\n',
  'crds/crd.yaml':
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: a.b.c\nspec: {group: b.c}\n',
  'parts/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamespace: a\n',
  'prod/patch.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n',
  'prod/extra.yaml': 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: extra\n',
};

interface Opened {
  readonly file: FileView;
  readonly offset: number;
  readonly around: Around;
}

/** A kustomization with its cursor at `^`, beside the others; `onDisk`: names of files that nobody has read. */
function open(
  marked: string,
  { name = 'prod/kustomization.yaml', others = files, onDisk = [] as string[] } = {},
): Opened {
  const offset = marked.indexOf('^');
  const workspace = new LanguageService({ settingsFor: () => ({}) });
  for (const [path, text] of Object.entries(others)) workspace.setFile({ path: `/w/${path}`, text });
  workspace.setFile({ path: `/w/${name}`, text: marked.replace('^', '') });
  const paths = [...Object.keys(others), name, ...onDisk].map((path) => `/w/${path}`);
  const around: Around = {
    workspace,
    entriesIn: (folder) => {
      const inside = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
      const names = new Map(
        inside.map((path) => [path.split('/')[0]!, path.includes('/') ? 'folder' : 'file'] as const),
      );
      return [...names].map(([entry, what]) => ({ name: entry, what }));
    },
    kustomizationsNear: () => paths.filter((path) => path.endsWith('/kustomization.yaml')),
  };
  return { file: workspace.anyFile(`file:///w/${name}`)!, offset: Math.max(offset, 0), around };
}

function completed(
  marked: string,
  options = {},
): { labels: string[]; items: CompletionItem[]; take(label: string): string } {
  const { file, offset, around } = open(marked, options);
  const { items } = completeKustomization(file, offset, around, { texts: 'plain' });
  items.sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  return {
    items,
    labels: items.map(({ label }) => label),
    take: (label) =>
      taken(
        file,
        items.find((item) => item.label === label)!,
      ),
  };
}

function hoverAt(marked: string): string | undefined {
  const { file, offset, around } = open(marked);
  const found = hoverKustomization(file, offset, around);
  return found && (found.contents as { value: string }).value;
}

/** `base/deployment.yaml: web`: a location, with the text that stands there. */
function shown({ around: { workspace } }: Opened, { uri, range }: Location): string {
  const path = uri.replace('file:///w/', '');
  const text = workspace.anyFile(uri)?.text.getText(range);
  return text ? `${path}: ${text}` : path;
}

describe('which files', () => {
  const isOne = (text: string, name = 'a/kustomization.yaml'): boolean => isKustomization(open(text, { name }).file);
  for (const [text, name, expected] of [
    ['', 'a/kustomization.yml', true],
    ['resources: []\n', 'a/Kustomization', true],
    ['apiVersion: kustomize.config.k8s.io/v1beta1\n', undefined, true],
    ['apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n', undefined, false],
    ['namespace: {{ .Values.a }}\n', undefined, false],
    ['resources: []\n', 'a/my-kustomization.yaml', false],
  ] as const)
    test(`${name ?? ''} ${JSON.stringify(text)}: ${expected}`, () => assert.equal(isOne(text, name), expected));
});

describe('completion of fields', () => {
  test('at the top, deprecated ones last and marked', () => {
    const { labels, items } = completed('resources: []\n^');
    assert.ok(!labels.includes('resources'));
    assert.ok(labels.includes('patches') && labels.includes('replacements'));
    const old = [
      'bases',
      'commonLabels',
      'patchesStrategicMerge',
      'patchesJson6902',
      'imageTags',
      'vars',
      'helmChartInflationGenerator',
    ];
    assert.deepEqual(labels.slice(-old.length).sort(), [...old].sort());
    assert.deepEqual(
      items
        .filter(({ tags }) => tags?.includes(1))
        .map(({ label }) => label)
        .sort(),
      [...old].sort(),
    );
  });

  test('with what they begin with, in the style of the file', () => {
    const text = 'resources:\n  - a.yaml\n';
    assert.equal(completed(`${text}^`).take('images'), `${text}images:\n  - name: `);
    assert.equal(completed(`${text}^`).take('namePrefix'), `${text}namePrefix: `);
    assert.equal(completed(`${text}^`).take('replicas'), `${text}replicas:\n  - name: \n    count: `);
    assert.equal(completed('resources:\n- a.yaml\n^').take('images'), 'resources:\n- a.yaml\nimages:\n- name: ');
    assert.equal(completed('{"^"}').take('resources'), '{"resources": []}');
  });

  for (const [marked, expected] of [
    ['patches:\n  - ^', ['path', 'patch', 'target', 'options']],
    ['patches:\n  - path: a\n    ^', ['patch', 'target', 'options']],
    ['Patches:\n  - path: a\n    ^', ['patch', 'target', 'options']],
    ['images: [{^}]', ['name', 'newName', 'newTag', 'digest', 'tagSuffix']],
    ['replacements:\n  - targets:\n      - ^', ['select', 'reject', 'fieldPaths', 'options']],
    ['configMapGenerator:\n- options:\n    ^', ['labels', 'annotations', 'disableNameSuffixHash', 'immutable']],
    ['openapi:\n  ^', ['path', 'version']],
    ['labels: [{pairs: {^}}]', ['app.kubernetes.io/name', 'app.kubernetes.io/instance']],
    ['nonsense:\n  ^', []],
    ['namespace: a # ^', []],
  ] as const)
    test(JSON.stringify(marked), () => {
      const { labels } = completed(marked);
      assert.deepEqual(labels.slice(0, Math.max(expected.length, 1)), [...expected]);
    });

  test('only Secrets have a type', () => {
    assert.ok(completed('secretGenerator:\n- ^').labels.includes('type'));
    assert.ok(!completed('configMapGenerator:\n- ^').labels.includes('type'));
  });
});

describe('completion of values', () => {
  for (const [marked, expected] of [
    ['kind: ^', ['Kustomization', 'Component']],
    ['sortOptions: {order: ^}', ['legacy', 'fifo']],
    ['secretGenerator:\n- behavior: ^', ['create', 'merge', 'replace']],
    ['buildMetadata: [originAnnotations, ^]', ['managedByLabel', 'transformerAnnotations']],
    ['buildMetadata:\n- originAnnotations\n- ^', ['managedByLabel', 'transformerAnnotations']],
    ['generatorOptions: {immutable: ^}', ['true', 'false']],
    ['resources: [../base]\nimages:\n- name: ^', ['busybox', 'registry:5000/shop/web']],
    ['resources: [../base]\nimages:\n- name: busybox\n- name: ^', ['registry:5000/shop/web']],
    ['resources: [../base]\nreplicas:\n- name: ^', ['web']],
    ['resources: [../base]\npatches:\n- target:\n    kind: ^', ['Deployment', 'Service', 'ConfigMap']],
    ['resources: [../base]\npatches:\n- target:\n    kind: Service\n    name: ^', ['web-front']],
    ['resources: [../base]\npatches:\n- target: {name: web-.*, kind: ^}', ['Service']],
    ['resources: [../base]\npatches:\n- target: {group: ^}', ['apps']],
    ['resources: [../base]\nreplacements:\n- source: {kind: ConfigMap, name: ^}', ['settings']],
    [
      'resources: [../base]\nreplacements:\n- source: {kind: Service, fieldPath: ^}',
      ['apiVersion', 'kind', 'metadata.name', 'spec.ports.0.port'],
    ],
    [
      'resources: [../base]\nreplacements:\n- targets:\n  - select: {kind: Service}\n    fieldPaths:\n    - ^',
      ['apiVersion', 'kind', 'metadata.name', 'spec.ports.0.port'],
    ],
    ['resources: [extra.yaml]\nreplacements:\n- targets:\n  - select:\n      name: ^', ['extra']],
    ['images:\n- name: ^', []],
    ['resources: [../crds/crd.yaml]\npatches:\n- target:\n    kind: ^', ['CustomResourceDefinition']],
  ] as const)
    test(JSON.stringify(marked), () => assert.deepEqual(completed(marked).labels, [...expected]));
});

describe('completion of paths', () => {
  const onDisk = ['prod/app.properties', 'prod/.env', 'prod/notes.md', 'prod/ops.json'];
  for (const [marked, expected] of [
    ['resources:\n- ^', ['extra.yaml', 'ops.json', 'patch.yaml', '../base']],
    ['resources:\n- extra.yaml\n- ^', ['ops.json', 'patch.yaml', '../base']],
    ['resources:\n- ../^', ['../base', '../crds/', '../parts/']],
    ['resources:\n- ../base/^', ['../base/deployment.yaml', '../base/service.yaml']],
    ['resources: ["../^"]', ['../base', '../crds/', '../parts/']],
    ['components:\n- ^', ['../parts']],
    ['resources:\n- ../crds/^', ['../crds/crd.yaml']],
    ['patches:\n- path: ^', ['extra.yaml', 'ops.json', 'patch.yaml']],
    ['patches:\n- path: patch.yaml\n- path: ^', ['extra.yaml', 'ops.json']],
    ['configMapGenerator:\n- envs: [^]', ['.env', 'app.properties']],
    [
      'configMapGenerator:\n- files:\n  - ^',
      ['.env', 'app.properties', 'extra.yaml', 'notes.md', 'ops.json', 'patch.yaml'],
    ],
    [
      'configMapGenerator:\n- files:\n  - a=app^',
      ['a=.env', 'a=app.properties', 'a=extra.yaml', 'a=notes.md', 'a=ops.json', 'a=patch.yaml'],
    ],
    ['crds:\n- ../base/^', ['../base/deployment.yaml', '../base/service.yaml', '../base/values.yaml']],
  ] as const)
    test(JSON.stringify(marked), () => assert.deepEqual(completed(marked, { onDisk }).labels, [...expected]));

  test('of a folder that has none, the way into it', () =>
    assert.deepEqual(completed('resources:\n- ^', { others: { 'prod/inner/a.yaml': service } }).labels, ['inner/']));

  test('not what takes this kustomization in, but the way to what is in its folder', () => {
    const others = { ...files, 'all/kustomization.yaml': 'resources: [../prod]\n', 'all/a.yaml': service };
    assert.deepEqual(completed('resources:\n- ../^', { others }).labels, [
      '../all/',
      '../base',
      '../crds/',
      '../parts/',
    ]);
  });

  test('a proposal replaces the whole of what is written', () => {
    assert.equal(completed('resources:\n  - ../ba^se/dep # x\n').take('../base'), 'resources:\n  - ../base # x\n');
    assert.equal(completed('resources: ["^"]').take('../base'), 'resources: ["../base"]');
    assert.equal(completed('resources: ^').take('- ../base'), 'resources:\n- ../base');
  });

  test('without a disk, from the files that are known', () => {
    const { file, offset, around } = open('resources:\n- ^');
    const blind = { ...around, entriesIn: () => [], kustomizationsNear: () => [] };
    const { items } = completeKustomization(file, offset, blind, { texts: 'plain' });
    assert.deepEqual(items.map(({ label }) => label).sort(), ['../base', 'extra.yaml', 'patch.yaml']);
  });
});

describe('hover', () => {
  const text = `resources: [../base, extra.yaml]
commonLabels: {a: b}
images:
  - name: registry:5000/shop/web
    newTag: "2"
patches:
  - path: patch.yaml
  - target: {labelSelector: app=web}
    patch: "[]"
  - target: {kind: Job}
    patch: "[]"
replicas: [{name: web, count: 2}]
`;
  const on = (word: string): string | undefined => hoverAt(text.replace(word, `^${word}`));
  test('a field says what it does, and what takes its place', () => {
    assert.match(on('images:') ?? '', /^\*\*images\*\* `list of Image`\n\n\w/);
    assert.match(on('commonLabels') ?? '', /`labels` takes its place/);
    assert.doesNotMatch(on('patches') ?? '', /takes its place/);
    assert.equal(hoverAt('nonsense: ^a\n'), undefined);
  });
  test('a path says what the file holds', () => {
    assert.match(on('extra.yaml') ?? '', /^Secret extra\n/);
    assert.match(on('../base') ?? '', /- Deployment web\n- Service web\\-front\n- ConfigMap settings\n/);
  });
  test('an image says who uses it', () => {
    assert.match(on('registry') ?? '', /Deployment web: registry:5000\/shop\/web:1\.2/);
    assert.match(on('"2"') ?? '', /Deployment web/);
    assert.doesNotMatch(on('registry') ?? '', /busybox/);
    assert.match(hoverAt('resources: [../base]\nimages: [{name: ^other}]\n') ?? '', /No object/);
  });
  test('a target says what it means', () => {
    assert.match(on('app=web') ?? '', /^Means Deployment web\n/);
    assert.match(on('Job') ?? '', /^Means none/);
    assert.match(on('web, count') ?? '', /^Means Deployment web\n/);
  });
});

describe('links, definition, references', () => {
  test('links of paths lead to files, of folders to their kustomizations, and of nothing nowhere', () => {
    const text =
      'resources:\n- ../base\n- "extra.yaml"\n- gone.yaml\n- https://github.com/a/b\nconfigMapGenerator:\n- files: [a=app.properties]\n';
    const { file, around } = open(text, { onDisk: ['prod/app.properties'] });
    assert.deepEqual(
      pathLinks(file, around).map(({ range, target }) => [file.text.getText(range), target]),
      [
        ['../base', 'file:///w/base/kustomization.yaml'],
        ['extra.yaml', 'file:///w/prod/extra.yaml'],
        ['app.properties', 'file:///w/prod/app.properties'],
      ],
    );
  });

  for (const [marked, expected] of [
    ['resources: [../ba^se]\n', ['base/kustomization.yaml']],
    ['resources: [extra^.yaml]\n', ['prod/extra.yaml']],
    ['resources: [../base]\npatches: [{target: {kind: Dep^loyment}}]\n', ['base/deployment.yaml: web']],
    [
      'resources: [../base]\npatches: [{target: {name: w^eb.*}}]\n',
      ['base/deployment.yaml: web', 'base/service.yaml: web-front'],
    ],
    ['resources: [../base]\npatches: [{target: {name: w^eb}}]\n', ['base/deployment.yaml: web']],
    ['resources: [../base]\nreplicas: [{name: w^eb}]\n', ['base/deployment.yaml: web']],
    [
      'resources: [../base]\nreplacements: [{source: {kind: ConfigMap, name: set^tings}}]\n',
      ['base/kustomization.yaml: settings'],
    ],
    [
      'resources: [../base]\nconfigMapGenerator: [{name: set^tings, behavior: merge}]\n',
      ['base/kustomization.yaml: settings'],
    ],
    ['resources: [../base]\nnamePrefix: a^-\n', []],
  ] as const)
    test(`definition: ${JSON.stringify(marked)}`, () => {
      const opened = open(marked);
      assert.deepEqual(
        definitionFrom(opened.file, opened.offset, opened.around).map((location) => shown(opened, location)),
        [...expected],
      );
    });

  test('references of an image and of a generator', () => {
    const image = open('resources: [../base]\nimages: [{name: b^usybox}]\n');
    assert.deepEqual(
      referencesFrom(image.file, image.offset, 'included', image.around).map((location) => shown(image, location)),
      ['base/deployment.yaml: busybox@sha256:0123'],
    );
    const made = open(base.replace('settings', 'set^tings'), { name: 'base/kustomization.yaml' });
    assert.deepEqual(
      referencesFrom(made.file, made.offset, 'left out', made.around).map((location) => shown(made, location)),
      ['base/deployment.yaml: "settings"'],
    );
  });

  test('from a manifest to what makes the ConfigMap', () => {
    const opened = open(deployment.replace('"settings"', '"set^tings"'), { name: 'base/deployment.yaml' });
    assert.deepEqual(
      definitionInKustomization(opened.file, opened.offset, opened.around)?.map((location) => shown(opened, location)),
      ['base/kustomization.yaml: settings'],
    );
    const other = open(deployment.replace('"settings"', '"oth^er"'), { name: 'base/deployment.yaml' });
    assert.equal(definitionInKustomization(other.file, other.offset, other.around), undefined);
  });
});

describe('rename of what a generator makes', () => {
  const overlay = `resources: [../base]
configMapGenerator:
  - name: 'settings'
    behavior: merge
    literals: [c=d]
patches:
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        template:
          spec:
            containers:
              - name: log
                envFrom: [{configMapRef: {name: settings}}]
  - target: {kind: ConfigMap, name: settings}
    patch: "[]"
`;
  const others = {
    ...files,
    'prod/kustomization.yaml': overlay,
    'else/kustomization.yaml': 'resources: [a.yaml]\n',
    'else/a.yaml': deployment,
  };

  function renamed(opened: Opened, changes: Readonly<Record<string, TextEdit[]>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(changes).map(([uri, edits]) => [
        uri.replace('file:///w/', ''),
        edited(opened.around.workspace.anyFile(uri)!, edits),
      ]),
    );
  }

  const expected = {
    'base/kustomization.yaml': base.replace('settings', 'config'),
    'base/deployment.yaml': deployment.replace('settings', 'config'),
    'prod/kustomization.yaml': overlay.replaceAll('settings', 'config'),
  };

  test('everywhere that it gets to, and nowhere else', () => {
    const opened = open(base.replace('settings', 'set^tings'), { name: 'base/kustomization.yaml', others });
    assert.deepEqual(prepareRenameIn(opened.file, opened.offset, opened.around), {
      placeholder: 'settings',
      range: { start: { line: 2, character: 10 }, end: { line: 2, character: 18 } },
    });
    const result = renameIn(opened.file, opened.offset, 'config', opened.around);
    assert.ok('changes' in result);
    assert.deepEqual(renamed(opened, result.changes ?? {}), expected);
  });

  test('from the overlay that merges into it, and from a manifest', () => {
    const opened = open(overlay.replace("'settings'", "'set^tings'"), { others });
    const result = renameIn(opened.file, opened.offset, 'config', opened.around);
    assert.ok('changes' in result);
    assert.deepEqual(renamed(opened, result.changes ?? {}), expected);
    const manifest = open(deployment.replace('settings', 'set^tings'), { name: 'base/deployment.yaml', others });
    const byManifest = renameMade(manifest.file, manifest.offset, 'config', manifest.around);
    assert.ok(byManifest && 'changes' in byManifest);
    assert.deepEqual(renamed(manifest, byManifest.changes ?? {}), expected);
  });

  test('not to what is no name, or taken', () => {
    const text = `${base}  - name: other\n`.replace('settings', 'set^tings');
    const opened = open(text, { name: 'base/kustomization.yaml' });
    for (const name of ['', 'No Name', 'other'])
      assert.ok('refused' in renameIn(opened.file, opened.offset, name, opened.around), name);
    const elsewhere = open('name^space: a\n');
    assert.ok('refused' in prepareRenameIn(elsewhere.file, elsewhere.offset, elsewhere.around));
  });

  test('another of that name further up: only what its own kustomization takes in', () => {
    const both = { ...others, 'prod/kustomization.yaml': overlay.replace('behavior: merge', 'namespace: b') };
    const opened = open(base.replace('settings', 'set^tings'), { name: 'base/kustomization.yaml', others: both });
    const result = renameIn(opened.file, opened.offset, 'config', opened.around);
    assert.ok('changes' in result);
    assert.deepEqual(Object.keys(renamed(opened, result.changes ?? {})), [
      'base/kustomization.yaml',
      'base/deployment.yaml',
    ]);
  });
});

test('the outline has the sections and their entries', () => {
  const { file } = open(`namespace: prod
resources: [../base, extra.yaml]
images:
  - name: web
    newTag: "2"
patches:
  - path: patch.yaml
    target: {kind: Deployment, name: web}
  - target: {kind: Job}
    patch: |-
      - op: remove
labels:
  - pairs: {a: b, c: d}
commonAnnotations: {note: x}
`);
  const outline = kustomizationSymbols(file).map(({ name, detail, children = [] }) => [
    name,
    detail,
    children.map((child) => [child.name, child.detail].filter(Boolean).join(' | ')),
  ]);
  assert.deepEqual(outline, [
    ['namespace', 'prod', []],
    ['resources', undefined, ['../base', 'extra.yaml']],
    ['images', undefined, ['web | 2']],
    ['patches', undefined, ['patch.yaml | Deployment web', 'Job']],
    ['labels', undefined, ['a, c']],
    ['commonAnnotations', undefined, ['note | x']],
  ]);
});

describe('every field that is proposed has words', () => {
  for (const [marked, least] of [
    ['^', 30],
    ['metadata: {^}', 4],
    ['labels: [{^}]', 5],
    ['labels: [{fields: [{^}]}]', 5],
    ['patches: [{^}]', 4],
    ['patches: [{options: {^}}]', 2],
    ['patches: [{target: {^}}]', 7],
    ['images: [{^}]', 5],
    ['replicas: [{^}]', 2],
    ['secretGenerator: [{^}]', 9],
    ['generatorOptions: {^}', 4],
    ['replacements: [{^}]', 4],
    ['replacements: [{source: {^}}]', 7],
    ['replacements: [{source: {options: {^}}}]', 4],
    ['replacements: [{targets: [{^}]}]', 4],
    ['replacements: [{targets: [{reject: [{^}]}]}]', 7],
    ['sortOptions: {^}', 2],
    ['sortOptions: {legacySortOptions: {^}}', 2],
    ['vars: [{^}]', 3],
    ['vars: [{objref: {^}}]', 6],
    ['vars: [{fieldref: {^}}]', 1],
    ['helmGlobals: {^}', 2],
    ['helmCharts: [{^}]', 17],
    ['helmChartInflationGenerator: [{^}]', 13],
  ] as const)
    test(marked, () => {
      const { items } = completed(marked);
      assert.ok(items.length >= least, `${items.length}`);
      assert.deepEqual(
        items.filter(({ documentation }) => documentation === undefined).map(({ label }) => label),
        [],
      );
    });
});
