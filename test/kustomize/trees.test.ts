import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonValue } from '@podlint/syntax';
import { build, type BuildFiles } from 'podlint/kustomize';

type Json = { [key: string]: JsonValue };

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - {name: main, image: "nginx:1", ports: [{containerPort: 80}]}
      - {name: side, image: "busybox:1"}
`;
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: main, image: nginx}]}\n';

/** A build of one kustomization beside one file. */
function buildOne(kustomization: string, resource: string, more: BuildFiles = {}): Json[] {
  const files = { 'kustomization.yaml': `resources: [r.yaml]\n${kustomization}`, 'r.yaml': resource, ...more };
  const { documents, errors } = build(files, '.');
  assert.deepEqual(errors, []);
  return documents.map(({ value }) => value as Json);
}

function at(value: JsonValue | undefined, ...path: (string | number)[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((inner, part) => (inner as Json | undefined)?.[part], value);
}

const containers = ['spec', 'template', 'spec', 'containers'] as const;

describe('scalars are read as YAML 1.2 and written as JSON', () => {
  const data = (text: string): JsonValue | undefined =>
    at(buildOne('', `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: ${text}\n`)[0], 'data', 'a');
  for (const [text, value] of [
    ['0644', 420],
    ['yes', 'yes'],
    ['1.10', 1.1],
    ['"1.10"', '1.10'],
    ['1e3', 1000],
    ['2001-01-01', '2001-01-01T00:00:00Z'],
    ['2001-01-01T01:02:03.50+02:00', '2001-01-01T01:02:03.5+02:00'],
    ['~', null],
    ['!!str 5', '5'],
    ['!!binary aGk=', 'hi'],
    ['&x b', 'b'],
  ] as const)
    test(text, () => assert.deepEqual(data(text), value));
});

describe('strategic merge patches', () => {
  const patched = (patch: string): JsonValue | undefined =>
    buildOne('patches: [{path: p.yaml}]', deployment, {
      'p.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: ${patch}}}\n`,
    })[0];
  const names = (value: JsonValue | undefined): (JsonValue | undefined)[] =>
    (at(value, ...containers) as Json[] | undefined)?.map(({ name }) => name) ?? [];

  test('merge a list by its key, items of the patch first', () => {
    const result = patched('{containers: [{name: new, image: a}, {name: side, image: b}]}');
    assert.deepEqual(names(result), ['new', 'side', 'main']);
    assert.equal(at(result, ...containers, 1, 'image'), 'b');
  });
  test('delete one item', () =>
    assert.deepEqual(names(patched('{containers: [{name: main, $patch: delete}]}')), ['side']));
  test('replace a whole list', () =>
    assert.deepEqual(names(patched('{containers: [{name: only}, {$patch: replace}]}')), ['only']));
  test('remove a field with null', () => {
    const result = patched('{containers: [{name: main, ports: null}]}');
    assert.equal(at(result, ...containers, 0, 'ports'), undefined);
  });
  test('replace a list of which no key is known', () => {
    const widget =
      'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {list: [{name: x}, {name: y}]}\n';
    const [result] = buildOne('patches: [{path: p.yaml}]', widget, { 'p.yaml': widget.replace('{name: x}, ', '') });
    assert.deepEqual(at(result, 'spec', 'list'), [{ name: 'y' }]);
  });
  test('merge a list of an openapi file of the tree', () => {
    const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {list: [{name: x, v: 1}]}\n';
    const list = {
      type: 'array',
      items: {},
      'x-kubernetes-patch-strategy': 'merge',
      'x-kubernetes-patch-merge-key': 'name',
    };
    const kind = { group: 'example.com', version: 'v1', kind: 'Widget' };
    const properties = { spec: { properties: { list } } };
    const schema = { definitions: { Widget: { properties, 'x-kubernetes-group-version-kind': [kind] } } };
    const [result] = buildOne('openapi: {path: s.json}\npatches: [{path: p.yaml}]', widget, {
      'p.yaml': widget.replace('v: 1', 'w: 2'),
      's.json': JSON.stringify(schema),
    });
    assert.deepEqual(at(result, 'spec', 'list'), [{ name: 'x', v: 1, w: 2 }]);
  });
});

describe('JSON patches', () => {
  const patched = (operations: string): JsonValue | undefined =>
    buildOne(`patches:\n- target: {kind: Deploy.*, name: w.b}\n  patch: |\n    ${operations}\n`, deployment)[0];

  test('add, behind the end and before an index', () => {
    const result = patched('[{"op": "add", "path": "/spec/template/spec/containers/-", "value": {"name": "z"}}]');
    assert.equal(at(result, ...containers, 2, 'name'), 'z');
    const first = patched('[{"op": "add", "path": "/spec/template/spec/containers/0", "value": {"name": "a"}}]');
    assert.equal(at(first, ...containers, 0, 'name'), 'a');
  });
  test('escape slashes in keys', () => {
    const result = patched(
      '[{"op": "add", "path": "/metadata/labels", "value": {}}, {"op": "add", "path": "/metadata/labels/a~1b", "value": "c"}]',
    );
    assert.deepEqual(at(result, 'metadata', 'labels'), { 'a/b': 'c' });
  });
  test('leave alone what no target names', () => {
    const kustomization = 'patches: [{target: {name: we}, patch: "- {op: remove, path: /spec}"}]';
    assert.notEqual(at(buildOne(kustomization, deployment)[0], 'spec'), undefined);
  });
});

describe('names', () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}}\n';
  const ingress =
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: in}\nspec: {defaultBackend: {service: {name: web}}}\n';

  test('are followed by what refers to them, at every layer', () => {
    const files = {
      'base/kustomization.yaml': 'resources: [r.yaml]\nnamePrefix: b-\n',
      'base/r.yaml': `${service}---\n${ingress}`,
      'dev/kustomization.yaml': 'resources: [../base]\nnameSuffix: -d\n',
    };
    const { documents } = build(files, 'dev');
    assert.equal(at(documents[0]!.value, 'metadata', 'name'), 'b-web-d');
    assert.equal(at(documents[1]!.value, 'spec', 'defaultBackend', 'service', 'name'), 'b-web-d');
  });
  test('of namespaces and definitions get no prefix', () => {
    const [result] = buildOne('namePrefix: a-', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: n}\n');
    assert.equal(at(result, 'metadata', 'name'), 'n');
  });
  test('of generated objects tell their contents apart', () => {
    const name = (literal: string): string =>
      at(buildOne(`configMapGenerator: [{name: c, literals: [${literal}]}]`, pod)[1], 'metadata', 'name') as string;
    assert.match(name('a=b'), /^c-[2-9bcdfghkmt]{10}$/);
    assert.notEqual(name('a=b'), name('a=c'));
    assert.equal(name('a=b'), name('\'a="b"\''));
  });
});

describe('selectors', () => {
  test('take regular expressions of Go', () => {
    const [result] = buildOne('images: [{name: "[[:alpha:]]+", newTag: "2"}]', deployment);
    assert.equal(at(result, ...containers, 0, 'image'), 'nginx:2');
  });
  test('match in time that does not explode', () => {
    const started = performance.now();
    const image = `${'a'.repeat(2000)}!`;
    const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "${image}"}]}\n`;
    const [result] = buildOne('images: [{name: "(a+)+(a|aa)*", newTag: "2"}]', text);
    assert.equal(at(result, 'spec', 'containers', 0, 'image'), image);
    assert.ok(performance.now() - started < 5000);
  });
});

describe('replacements', () => {
  const replaced = (target: string, source = 'spec.template.spec.containers.0.image'): JsonValue | undefined =>
    buildOne(
      `replacements:\n- source: {kind: Deployment, fieldPath: ${source}}\n  targets:\n  - select: {kind: ConfigMap}\n    ${target}\n`,
      `${deployment}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a: x:y\n  f: |\n    image: old\n    list:\n    - 1\n`,
    )[1];

  test('copy a value', () => assert.equal(at(replaced('fieldPaths: [data.a]'), 'data', 'a'), 'nginx:1'));
  test('copy a part into a part', () => {
    const options = 'options: {delimiter: ":", index: 1}';
    assert.equal(
      at(
        replaced(`{fieldPaths: [data.a], ${options}}`.slice(1, -1).replace(', options', '\n    options')),
        'data',
        'a',
      ),
      'x:nginx:1',
    );
  });
  test('create a field where they may', () => {
    assert.equal(at(replaced('fieldPaths: [data.new]\n    options: {create: true}'), 'data', 'new'), 'nginx:1');
  });
  test('reach into a text that is YAML', () => {
    assert.equal(at(replaced('fieldPaths: [data.f.image]'), 'data', 'f'), 'image: nginx:1\nlist:\n- 1');
  });

  const configMap = (name: string): string =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {from: ${name}, to: x}\n`;
  const rename = '{sourceValue: d, targets: [{select: {name: b}}]}';
  const copyInto = (name: string): string =>
    `{source: {name: c, fieldPath: data.from}, targets: [{select: {name: ${name}}, fieldPaths: [data.to]}]}`;
  const copies = (kustomization: string): JsonValue[] =>
    buildOne(kustomization, ['a', 'b', 'c'].map(configMap).join('---\n')).map((object) => at(object, 'data', 'to')!);

  test('find objects by the names that the one before gave them', () => {
    assert.deepEqual(copies(`replacements: [${copyInto('b')}, ${rename}]`), ['x', 'c', 'x']);
    assert.deepEqual(copies(`replacements: [${rename}, ${copyInto('b')}]`), ['x', 'x', 'x']);
    assert.deepEqual(copies(`replacements: [${copyInto('a')}, ${rename}, ${copyInto('d')}]`), ['c', 'c', 'x']);
  });
  test('find objects by a former name, and by an expression', () => {
    assert.deepEqual(copies(`namePrefix: p-\nreplacements: [${copyInto('b')}]`), ['x', 'c', 'x']);
    assert.deepEqual(copies(`namePrefix: p-\nreplacements: [${copyInto('p-b')}]`), ['x', 'c', 'x']);
    assert.deepEqual(copies(`replacements: [${copyInto('"[ab]"')}]`), ['c', 'c', 'x']);
  });
});

describe('errors', () => {
  for (const [name, files, errorClass, text] of [
    ['a field that does not exist', { 'kustomization.yaml': 'frob: 1' }, 'unknown-field', 'frob'],
    ['a value of another type', { 'kustomization.yaml': 'namePrefix: [a]' }, 'field-type', '[a]'],
    ['a missing file', { 'kustomization.yaml': 'resources: [a.yaml]' }, 'missing-file', 'a.yaml'],
    ['a git repository', { 'kustomization.yaml': 'resources: ["github.com/a/b"]' }, 'remote', '"github.com/a/b"'],
    ['a chart', { 'kustomization.yaml': 'helmCharts: [{name: a}]' }, 'plugin', '{name: a}'],
    [
      'a patch for nothing',
      { 'kustomization.yaml': 'resources: []\npatches: [{path: p.yaml}]', 'p.yaml': pod },
      'patch-no-target',
      pod.trimEnd(),
    ],
    ['a text that is no YAML', { 'kustomization.yaml': 'resources: [a.yaml]', 'a.yaml': 'a: [' }, 'yaml', undefined],
    [
      'an object without a name',
      { 'kustomization.yaml': 'resources: [a.yaml]', 'a.yaml': 'kind: A' },
      'resource-shape',
      'kind: A',
    ],
  ] as const)
    test(`${name}: ${errorClass}`, () => {
      const { errors } = build(files, '.');
      assert.deepEqual(
        errors.map((error) => error.class),
        [errorClass],
      );
      const { place } = errors[0]!;
      const content = place && (files as BuildFiles)[place.file];
      if (text !== undefined) assert.equal(String(content).slice(place!.start, place!.end), text);
    });

  test('no kustomization, or two', () => {
    assert.equal(build({ 'a.yaml': '' }, '.').errors[0]!.class, 'no-kustomization');
    const both = { 'kustomization.yaml': 'resources: []', Kustomization: 'resources: []' };
    assert.equal(build(both, '.').errors[0]!.class, 'many-kustomizations');
  });
});
