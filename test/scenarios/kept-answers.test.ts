// A run with a cache that is asked what an earlier one was asked says what that one said, and judges nothing; whatever
// else is asked, or has changed, is judged.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Outcome, podlint } from './command.js';
import { root } from './run.js';

const { CachedExaminer } = (await import(
  pathToFileURL(path.join(root, 'packages/cli/dist/judge/cached-examiner.js')).href
)) as { CachedExaminer: { prototype: { examine: (asked: object) => unknown } } };

let judged = 0;
const { examine } = CachedExaminer.prototype;
CachedExaminer.prototype.examine = function count(asked) {
  judged++;
  return examine.call(this, asked);
};

const pod = (name: string, image: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: a, image: ${image}}]}\n`;
const files: Readonly<Record<string, string>> = {
  'base/kustomization.yaml': 'resources: [pod.yaml]\n',
  'base/pod.yaml': pod('base', 'base'),
  'crds/crd.yaml':
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: foos.x.io}\nspec:\n  group: x.io\n  scope: Namespaced\n  names: {kind: Foo, plural: foos}\n  versions:\n  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object}}}}}\n',
  'app/kustomization.yaml': 'resources: [../base, own.yaml]\nnamePrefix: p-\n',
  'app/own.yaml': pod('own', 'own'),
  'app/foo.yaml': 'apiVersion: x.io/v1\nkind: Foo\nmetadata: {name: a}\nspec: {}\n',
  'app/values.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: {{ .Values.name }}}\n',
};

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-answers-')));
after(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => path.join(folder, name);

beforeEach(() => {
  rmSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) write(name, text);
});

function write(name: string, text: string): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}

const options = ['--crds', 'crds', '--fail-on', 'warning', '--format', 'text', '--format', 'json=report.json', 'app'];

interface Said extends Outcome {
  readonly report: string | undefined;
}

async function run(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Said> {
  rmSync(at('report.json'), { force: true });
  judged = 0;
  const outcome = await podlint(folder, args, '', environment);
  return {
    ...outcome,
    report: args.includes('json=report.json') ? readFileSync(at('report.json'), 'utf8') : undefined,
  };
}

const cached = (args: readonly string[]): readonly string[] => ['--cache=kept', ...args];

describe('a run that is asked the same', () => {
  test('says the same on both streams and in the file of its report, and judges nothing', async () => {
    const plain = await run(options);
    assert.match(plain.stderr, /template/);
    assert.equal(plain.status, 1);
    assert.deepEqual(await run(cached(options)), plain);
    assert.ok(judged > 0);
    for (let round = 0; round < 2; round++) {
      assert.deepEqual(await run(cached(options)), plain);
      assert.equal(judged, 0);
    }
  });

  test('repeats a long report whole', async () => {
    for (let index = 0; index < 400; index++) write(`app/${index}.yaml`, pod(`pod-${index}`, 'image'));
    const plain = await run(['--format', 'json', 'app']);
    assert.ok(plain.stdout.length > 2 ** 20);
    await run(cached(['--format', 'json', 'app']));
    assert.deepEqual(await run(cached(['--format', 'json', 'app'])), plain);
    assert.equal(judged, 0);
  });
});

describe('a run is judged', () => {
  const changes: Readonly<Record<string, () => void>> = {
    'a file was changed': () => write('app/own.yaml', pod('other', 'own')),
    'a file was added': () => write('app/more.yaml', pod('more', 'more')),
    'a file was removed': () => rmSync(at('app/foo.yaml')),
    'a file was renamed': () => renameSync(at('app/own.yaml'), at('app/zoo.yaml')),
    'a config came': () => write('podlint.config.yaml', 'rules: {images/no-digest: error}\n'),
    'a definition was changed': () =>
      write('crds/crd.yaml', files['crds/crd.yaml']!.replace('properties', 'required: [status], properties')),
    'a file was changed that only a build takes in': () => write('base/pod.yaml', pod('Base', 'base')),
    'a file came where a build looked for one': () => write('base/kustomization.yml', 'resources: []\n'),
    'a folder is no more': () => rmSync(at('base'), { recursive: true }),
  };
  for (const [name, change] of Object.entries(changes))
    test(`when ${name}`, async () => {
      const before = await run(cached(options));
      change();
      const now = await run(cached(options));
      assert.ok(judged > 0);
      assert.deepEqual(now, await run(options));
      assert.notDeepEqual(now, before);
      assert.deepEqual(await run(cached(options)), now);
      assert.equal(judged, 0);
    });

  const asked: Readonly<Record<string, readonly string[]>> = {
    'another version is asked for': ['--kubernetes-version', '1.33'],
    'other findings fail it': ['--max-warnings', '0'],
    'less is to be said': ['--quiet'],
    'colours are asked for': ['--color'],
    'builds are not': ['--kustomize', 'off'],
  };
  for (const [name, more] of Object.entries(asked))
    test(`when ${name}`, async () => {
      await run(cached(options));
      const now = await run(cached([...more, ...options]));
      assert.ok(judged > 0);
      assert.deepEqual(now, await run([...more, ...options]));
    });

  test('when the environment wants colours', async () => {
    const plain = await run(cached(options));
    const colored = await run(cached(options), { FORCE_COLOR: '1' });
    assert.ok(judged > 0);
    assert.notEqual(colored.stdout, plain.stdout);
  });

  test('when it does more than answer', async () => {
    await run(['--write-baseline=baseline.json', 'app']);
    for (const more of [['--baseline=baseline.json'], ['--fix-dry-run'], ['--format', 'github']]) {
      const args = cached([...more, 'app']);
      await run(args);
      await run(args);
      assert.ok(judged > 0, more[0]);
    }
  });

  test('and known again when a file that a build takes in says what it said before', async () => {
    const first = await run(cached(options));
    write('base/pod.yaml', pod('Base', 'base'));
    const second = await run(cached(options));
    write('base/pod.yaml', files['base/pod.yaml']!);
    assert.deepEqual(await run(cached(options)), first);
    assert.equal(judged, 0);
    write('base/pod.yaml', pod('Base', 'base'));
    assert.deepEqual(await run(cached(options)), second);
    assert.equal(judged, 0);
  });
});
