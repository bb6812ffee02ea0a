import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinterWith, type ReportedChoice, type ReportedDiagnostic } from '@podlint/engine';
import { createBuilds } from '@podlint/engine/builds';
import { catalogue } from '@podlint/rules';
import { treeOf } from './tree-of.js';

type Texts = Readonly<Record<string, string>>;

const base = {
  'base/kustomization.yaml': 'resources: [web.yaml]\n',
  'base/web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: nginx:1.27.3
          imagePullPolicy: always
          volumeMounts:
            - {name: dat, mountPath: /data}
          envFrom:
            - configMapRef: {name: sett}
      volumes:
        - name: data
          emptyDir: {}
`,
};

/** The findings of a run over a tree. */
function findings(texts: Texts): readonly ReportedDiagnostic[] {
  const sources = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const linter = createLinterWith(catalogue, {}, { builds: createBuilds(treeOf()), details: 'with choices' });
  return linter.lint(sources).files.flatMap(({ diagnostics }) => diagnostics);
}

/** The codes of what is found in one build. */
function codesIn(root: string, texts: Texts): string[] {
  return findings(texts)
    .filter(({ builds }) => builds?.roots.includes(root))
    .map(({ code, messageId, path }) => `${code} ${messageId} ${path}`)
    .sort();
}

function patchesOf({ choices }: ReportedDiagnostic): readonly ReportedChoice[] {
  return choices.filter(({ edits }) => edits[0]?.file !== undefined);
}

function withChoice(texts: Texts, { edits }: ReportedChoice): Texts {
  const file = edits[0]!.file!;
  assert.ok(edits.every((edit) => edit.file === file));
  const text = edits.reduceRight(
    (left, { range, text: added }) => left.slice(0, range.start.offset) + added + left.slice(range.end.offset),
    texts[file]!,
  );
  return { ...texts, [file]: text };
}

const overlays: readonly [name: string, dev: string, more?: Texts][] = [
  ['nothing but the base', 'resources: [../../base]\n'],
  ['a prefix, a suffix, a namespace', 'namePrefix: a-\nnameSuffix: -b\nnamespace: c\nresources: [../../base]\n'],
  [
    'labels and annotations',
    'resources: [../../base]\nlabels: [{pairs: {a: b}, includeTemplates: true}]\ncommonAnnotations: {c: d}\n',
  ],
  [
    'images and replicas',
    'resources: [../../base]\nimages: [{name: nginx, newTag: "1.28"}]\nreplicas: [{name: web, count: 3}]\n',
  ],
  [
    'patches in lines',
    'resources:\n  - ../../base\npatches:\n  - path: more.yaml\n',
    { 'overlays/dev/more.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2}\n' },
  ],
  [
    'patches in brackets',
    'resources: [../../base]\npatches: [{target: {kind: Deployment}, patch: "- {op: add, path: /spec/replicas, value: 2}"}]\n',
  ],
  ['a generator with a hash', 'resources: [../../base]\nconfigMapGenerator: [{name: set, literals: [a=b]}]\n'],
  ['no feed at its end', 'resources: [../../base]'],
];

describe('a patch that is offered for one build of a shared base', () => {
  for (const [name, dev, more = {}] of overlays)
    test(`mends it there, and nothing else: ${name}`, () => {
      const texts: Texts = {
        ...base,
        'overlays/dev/kustomization.yaml': dev,
        'overlays/prod/kustomization.yaml': 'resources: [../../base]\nnamePrefix: prod-\n',
        ...more,
      };
      const [before, beforeProd] = [codesIn('overlays/dev', texts), codesIn('overlays/prod', texts)];
      const offered = findings(texts).flatMap((finding) => patchesOf(finding).map((choice) => ({ finding, choice })));
      const ofErrors = offered.filter(({ finding }) => finding.severity === 'error');
      assert.ok(ofErrors.length >= 4, `${ofErrors.length} for errors`);
      for (const { finding, choice } of offered) {
        const [root = ''] = /(?<= by a patch in )\S+(?= alone$)/.exec(choice.title) ?? [];
        assert.equal(choice.edits[0]!.file, `${root}/kustomization.yaml`);
        const after = withChoice(texts, choice);
        const gone = `${finding.code} ${finding.messageId} ${finding.path}`;
        const [there, elsewhere] = root === 'overlays/dev' ? [before, beforeProd] : [beforeProd, before];
        const now = codesIn(root, after);
        assert.ok(there.includes(gone) && !now.includes(gone), `${choice.title}: ${gone} is still found in ${root}`);
        const other = root === 'overlays/dev' ? 'overlays/prod' : 'overlays/dev';
        assert.deepEqual(codesIn(other, after), elsewhere, choice.title);
      }
    });

  test('is not offered where one build alone has it, or where it would be built otherwise', () => {
    const alone = { ...base, 'overlays/dev/kustomization.yaml': 'resources: [../../base]\n' };
    assert.deepEqual(findings(alone).flatMap(patchesOf), []);
    // The annotation that tells of every transformation would tell of the patch, too.
    const told = 'resources: [../../base]\nbuildMetadata: [transformerAnnotations]\n';
    const both = { ...alone, 'overlays/prod/kustomization.yaml': told };
    const files = findings(both).flatMap((finding) => patchesOf(finding).map(({ edits }) => edits[0]!.file));
    assert.deepEqual([...new Set(files)], ['overlays/dev/kustomization.yaml']);
  });
});
