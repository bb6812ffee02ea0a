import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createBuilds } from '@podlint/engine/builds';
import type { JsonValue } from '@podlint/syntax';
import { treeOf } from './tree-of.js';

const flux = (spec: string): string =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a, namespace: flux-system}\nspec: ${spec}\n`;
const fluxWith = (values: Readonly<Record<string, string>>, more = ''): string =>
  flux(`{path: ./apps/a, postBuild: {substitute: ${JSON.stringify(values)}${more}}}`);

/** What `data.a` of the built object is, given the files of Flux. */
function builtOf(
  written: string,
  files: Readonly<Record<string, string>>,
  metadata = '{name: a}',
): JsonValue | undefined {
  const texts = {
    'apps/a/kustomization.yaml': 'resources: [object.yaml]\n',
    'apps/a/object.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: ${metadata}\ndata:\n  a: ${written}\n`,
    ...files,
  };
  const sources = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const [root] = createBuilds(treeOf()).of(sources)!.roots;
  const { data } = root!.built!.values[0] as { data: { a: JsonValue } };
  return data.a;
}

describe('what Flux fills in', () => {
  const x = { x: 'one', n: '8080', e: '' };
  const cases: readonly [written: string, value: JsonValue][] = [
    ['"${x}"', 'one'],
    ['"a-${x}-${x}"', 'a-one-one'],
    ['"${missing}-b"', '-b'],
    ['"${missing}"', null],
    ['"${missing:=c}"', 'c'],
    ['"${missing:-c}"', 'c'],
    ['"${x:=c}"', 'one'],
    ['"${e:=c}"', 'c'],
    ['"${n}"', 8080],
    ['"v${n}"', 'v8080'],
    ['"${n}: b"', '8080: b'],
    ['"$${x}"', '${x}'],
    // Changes that are not followed, and what is no variable.
    ['"${x^^}"', '${x^^}'],
    ['"${x:=${n}}"', '${x:=${n}}'],
    ['"$x $(x) $"', '$x $(x) $'],
  ];
  for (const [written, value] of cases) {
    test(written, () => {
      assert.deepEqual(builtOf(written, { 'clusters/a.yaml': fluxWith(x) }), value);
    });
  }

  const vars = (values: string): string =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: vars, namespace: flux-system}\ndata: ${values}\n`;
  const from = (kind: string): string => fluxWith(x, `, substituteFrom: [{kind: ${kind}, name: vars}]`);

  test('what stands there counts over ConfigMaps', () => {
    const files = { 'clusters/a.yaml': from('ConfigMap'), 'clusters/vars.yaml': vars('{x: other, w: two}') };
    assert.equal(builtOf('"${x} ${w} ${z}"', files), 'one two');
  });

  test('nothing of which the value is in no file', () => {
    for (const kind of ['ConfigMap', 'Secret']) {
      const files = { 'clusters/a.yaml': from(kind) };
      assert.equal(builtOf('"${z:=c}"', files), '${z:=c}');
      assert.equal(builtOf('"${x}"', files), 'one');
    }
  });

  test('nothing that would be something else than a value then', () =>
    assert.equal(builtOf('"${x}"', { 'clusters/a.yaml': fluxWith({ x: '[a, b]' }) }), '${x}'));

  test('nothing into an object that is switched off', () =>
    assert.equal(
      builtOf(
        '"${x}"',
        { 'clusters/a.yaml': fluxWith(x) },
        '{name: a, labels: {kustomize.toolkit.fluxcd.io/substitute: disabled}}',
      ),
      '${x}',
    ));

  test('nothing into a folder that is filled in two ways, and the same in one way twice', () => {
    const two = (other: string): Record<string, string> => ({
      'one/a.yaml': fluxWith({ x: 'one' }),
      'two/a.yaml': fluxWith({ x: other }),
    });
    assert.equal(builtOf('"${x}"', two('two')), '${x}');
    assert.equal(builtOf('"${x}"', two('one')), 'one');
  });

  test('nothing without variables, and nothing into another folder', () => {
    for (const spec of [
      '{path: ./apps/a, postBuild: {substitute: {}}}',
      '{path: ./apps/b, postBuild: {substitute: {x: one}}}',
    ])
      assert.equal(builtOf('"${x}"', { 'clusters/a.yaml': flux(spec) }), '${x}');
  });
});
