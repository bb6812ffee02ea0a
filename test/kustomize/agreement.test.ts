import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYaml, type JsonValue } from '@podlint/syntax';
import { build } from 'podlint/kustomize';
import { recordedTrees, type RecordedTree } from './recorded.js';

/** The released command names its version in this label. */
const managedBy = 'app.kubernetes.io/managed-by';

function comparable(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value)) return value.map((item) => comparable(item) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, key === managedBy ? 'kustomize' : (comparable(inner) ?? null)]),
  );
}

function agrees({ files, root, documents }: RecordedTree): boolean {
  const result = build(files, root);
  if (!documents) return result.errors.length > 0;
  const wanted = documents.map((text) => comparable(readYaml(text)[0]?.json));
  const built = result.documents.map(({ value }) => comparable(value));
  return result.errors.length === 0 && JSON.stringify(wanted) === JSON.stringify(built);
}

const trees = recordedTrees();

test('podlint and kustomize make the same of every recorded tree', () => {
  assert.ok(trees.length > 3900);
  assert.deepEqual(
    trees.filter((tree) => !agrees(tree)).map(({ id }) => id),
    [],
  );
});

test('errors are of the same class as those of kustomize', () => {
  const failing = trees.filter((tree) => tree.class !== undefined);
  const same = failing.filter((tree) => build(tree.files, tree.root).errors[0]?.class === tree.class);
  assert.ok(same.length / failing.length >= 0.98, `${same.length} of ${failing.length}`);
});

test('an error that is about a file says where', () => {
  const unplaced = trees.flatMap(({ files, root }) =>
    build(files, root).errors.filter(
      ({ class: errorClass, place }) => !place && !['no-kustomization', 'missing-file', 'remote'].includes(errorClass),
    ),
  );
  assert.ok(unplaced.length <= 5, unplaced.map(({ message }) => message).join('\n'));
});
