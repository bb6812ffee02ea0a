import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinterWith } from '@podlint/engine';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: []}\n';

/** What the documents of a text were made from. */
function sourcesOf(text: string): (string | undefined)[] {
  return createLinterWith([])
    .lint([{ path: 'a.yaml', text }])
    .files[0]!.documents.map(({ source }) => source?.path);
}

const comments: readonly [name: string, text: string, ...sources: (string | undefined)[]][] = [
  [
    'behind a separator',
    `---\n# Source: web/templates/a.yaml\n${pod}---\n# Source: web/templates/b.yaml\n${pod}`,
    'web/templates/a.yaml',
    'web/templates/b.yaml',
  ],
  ['with CR LF and a byte order mark', `\ufeff# Source: web/a.yaml \r\n${pod}`, 'web/a.yaml'],
  ['below other comments', `# one\n\n  # two\n# Source: web/a.yaml\n# three\n${pod}`, 'web/a.yaml'],
  ['in one document only', `# Source: web/a.yaml\n${pod}---\n${pod}`, 'web/a.yaml', undefined],
  ['below the first line with content', `${pod}# Source: web/a.yaml\n`, undefined],
  ['inside of a text', `a: |\n  # Source: web/a.yaml\n`, undefined],
  ['that is a URL', `# Source: https://registry.example/pod.yaml\n${pod}`, undefined],
  ['without a path', `# Source: \n${pod}`, undefined],
  ['of a document that is broken', `# Source: web/a.yaml\na:\n\tb: [\n`, 'web/a.yaml'],
  [
    'of a List',
    `# Source: web/a.yaml\napiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service}\n- {apiVersion: v1, kind: Service}\n`,
    'web/a.yaml',
    'web/a.yaml',
  ],
];

describe('a # Source: comment', () => {
  for (const [name, text, ...sources] of comments) test(name, () => assert.deepEqual(sourcesOf(text), sources));

  test('of many blanks is read in no time', () => {
    const start = Date.now();
    sourcesOf(`# Source: a${' '.repeat(200_000)}:\n${'# x\n'.repeat(50_000)}${pod}`);
    assert.ok(Date.now() - start < 2000);
  });
});

describe('an origin annotation', () => {
  const sourceOf = (origin: string): unknown =>
    createLinterWith([]).lint([
      {
        path: 'a.yaml',
        text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n    config.kubernetes.io/origin: ${JSON.stringify(origin)}\nspec: {containers: []}\n`,
      },
    ]).files[0]!.diagnostics[0]!.source;

  test('names a file', () => assert.deepEqual(sourceOf('path: base/pod.yaml\n'), { path: 'base/pod.yaml' }));
  test('names a file of a remote base', () =>
    assert.deepEqual(sourceOf('path: pod.yaml\nrepo: https://git.example/a/b\nref: v1\n'), {
      path: 'pod.yaml',
      repo: 'https://git.example/a/b',
      ref: 'v1',
    }));
  test('names what a generator was configured in', () =>
    assert.deepEqual(sourceOf('configuredIn: kustomization.yaml\nconfiguredBy:\n  kind: ConfigMapGenerator\n'), {
      path: 'kustomization.yaml',
    }));
  for (const odd of ['', 'pod.yaml', '[a]', 'path: 1', 'path: ""', '{', 'path: a\npath: ['])
    test(`that is ${JSON.stringify(odd)} says nothing`, () => assert.equal(sourceOf(odd), undefined));
});
