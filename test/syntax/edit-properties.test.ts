import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  applyEdits,
  insertField,
  insertItem,
  moveEntry,
  moveItem,
  nestEntry,
  wrapEntry,
  parseText,
  readYaml,
  removeEntry,
  removeEntryAndEmptyParents,
  renameKey,
  replaceScalar,
  replaceValue,
  scalarToText,
  type JsonValue,
  type NodeId,
  type TextEdit,
  type YamlDocument,
} from '@podlint/syntax';
import { fieldValue, manifestText } from './manifests.js';

type Path = (string | number)[];
type Json = JsonValue | undefined;

const scalarValue = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('yes', '0644', '1e3', '', ' x', 'a: b', '- a', "it's", 'two\nlines\n', '#no'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.boolean(),
  fc.constant(null),
);

function documentOf(text: string): YamlDocument {
  const [document] = parseText(text).documents;
  assert.ok(document, JSON.stringify(text));
  assert.deepEqual(document.problems, [], JSON.stringify(text));
  return document;
}

function allNodes(document: YamlDocument): NodeId[] {
  const found: NodeId[] = document.root === undefined ? [] : [document.root];
  for (let at = 0; at < found.length; at++) found.push(...document.children(found[at]!));
  return found;
}

function pathOf(document: YamlDocument, node: NodeId): Path {
  const path: Path = [];
  for (let at: NodeId | undefined = node; at !== undefined; at = document.parent(at)) {
    const key = document.key(at);
    if (key !== undefined) path.unshift(key);
  }
  return path;
}

function at(json: Json, path: Path): Json {
  return path.reduce<Json>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, JsonValue>)[key] : undefined,
    json,
  );
}

/** A copy of a value in which the entry at a path is put through a function; undefined takes it out. */
function changed(json: JsonValue, path: Path, change: (value: Json) => Json): JsonValue {
  const copy = structuredClone(json);
  const key = path.at(-1);
  if (key === undefined) return change(copy) ?? null;
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, JsonValue>;
  const value = change(parent[key]);
  if (value !== undefined) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
  return copy;
}

function comments(text: string): string[] {
  return [...text.matchAll(/#[^\r\n]*/g)].map(([comment]) => comment).sort();
}

/** What the edited text reads as. Fails if it does not read. */
function outcome(document: YamlDocument, edits: readonly TextEdit[]): { text: string; json: JsonValue } {
  const text = applyEdits(document.text, edits);
  const json = documentOf(text).toJSON();
  if (/\r\n/.test(document.text)) assert.doesNotMatch(text, /[^\r]\n/, JSON.stringify(text));
  return { text, json };
}

/** Runs a check on some node of some document that is of a kind. */
function onNodes(
  accepts: (document: YamlDocument, node: NodeId) => boolean,
  check: (document: YamlDocument, node: NodeId, value: JsonValue) => void,
  values: fc.Arbitrary<JsonValue> = fc.constant(null),
): void {
  fc.assert(
    fc.property(manifestText, fc.nat(), values, (text, pick, value) => {
      const document = documentOf(text);
      const nodes = allNodes(document).filter((node) => accepts(document, node));
      if (nodes.length > 0) check(document, nodes[pick % nodes.length]!, value);
    }),
    { numRuns: Number(process.env['PODLINT_FUZZ_RUNS'] ?? 300) },
  );
}

const isEntry = (document: YamlDocument, node: NodeId): boolean => document.parent(node) !== undefined;
const isField = (document: YamlDocument, node: NodeId): boolean => document.keyRange(node) !== undefined;
const isScalar = (document: YamlDocument, node: NodeId): boolean => document.kind(node) === 'scalar';
const isMapping = (document: YamlDocument, node: NodeId): boolean => document.kind(node) === 'mapping';
const isList = (document: YamlDocument, node: NodeId): boolean => document.kind(node) === 'sequence';

test('removing an entry leaves all others, and no comment but its own goes', () => {
  onNodes(isEntry, (document, node) => {
    const edits = removeEntry(document, node);
    assert.ok(edits, document.text);
    const { text, json } = outcome(document, edits);
    assert.deepEqual(
      json,
      changed(document.toJSON(), pathOf(document, node), () => undefined),
      document.text,
    );
    const kept = comments(text);
    assert.ok(kept.every((comment) => comments(document.text).includes(comment)));
  });
});

test('removing an entry and what it leaves empty leaves nothing empty but the root', () => {
  onNodes(isEntry, (document, node) => {
    const edits = removeEntryAndEmptyParents(document, node);
    assert.ok(edits);
    const { json } = outcome(document, edits);
    assert.equal(
      at(json, pathOf(document, node).slice(0, -1)) === undefined || pathOf(document, node).length >= 1,
      true,
    );
  });
});

test('a new field is read back, comments stay, and it is put in once', () => {
  onNodes(
    isMapping,
    (document, node, value) => {
      const edits = insertField(document, node, 'newField', value);
      assert.ok(edits, document.text);
      const { text, json } = outcome(document, edits);
      const path = pathOf(document, node);
      assert.deepEqual(
        json,
        changed(document.toJSON(), [...path, 'newField'], () => value),
        text,
      );
      assert.deepEqual(
        comments(text).filter((comment) => comments(document.text).includes(comment)),
        comments(document.text),
      );
      const again = documentOf(text);
      assert.equal(insertField(again, again.at(path)!, 'newField', value), undefined);
    },
    fieldValue,
  );
});

test('a new item is read back at the end of its list', () => {
  onNodes(
    isList,
    (document, node, value) => {
      const edits = insertItem(document, node, value);
      assert.ok(edits);
      const { text, json } = outcome(document, edits);
      assert.deepEqual(
        json,
        changed(document.toJSON(), pathOf(document, node), (list) => [...(list as JsonValue[]), value]),
        text,
      );
    },
    fieldValue,
  );
});

test('an absent value takes a field', () => {
  onNodes(
    (document, node) => isField(document, node) && document.value(node) === null,
    (document, node, value) => {
      const edits = insertField(document, node, 'newField', value);
      assert.ok(edits, document.text);
      const { text, json } = outcome(document, edits);
      assert.deepEqual(
        json,
        changed(document.toJSON(), pathOf(document, node), () => ({ newField: value })),
        text,
      );
    },
    fieldValue,
  );
});

test('a new value is read back as it is, and writing it again changes nothing', () => {
  onNodes(
    isScalar,
    (document, node, value) => {
      const edits = replaceScalar(document, node, value as string);
      assert.ok(edits, document.text);
      const { text, json } = outcome(document, edits);
      const path = pathOf(document, node);
      assert.deepEqual(
        json,
        changed(document.toJSON(), path, () => value),
        text,
      );
      assert.ok(
        comments(document.text).every((comment) => text.includes(comment)),
        text,
      );
      const again = documentOf(text);
      const node2 = again.at(path) ?? again.root;
      if (node2 !== undefined) assert.equal(applyEdits(text, replaceScalar(again, node2, value as string)!), text);
    },
    scalarValue,
  );
});

test('a renamed key is read back', () => {
  onNodes(
    isField,
    (document, node, name) => {
      const path = pathOf(document, node);
      const edits = renameKey(document, node, `new ${name as string}`);
      assert.ok(edits);
      const { text, json } = outcome(document, edits);
      const value = at(document.toJSON(), path);
      const expected = changed(
        changed(document.toJSON(), path, () => undefined),
        [...path.slice(0, -1), `new ${name as string}`],
        () => value,
      );
      assert.deepEqual(json, expected, text);
    },
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
});

test('a mapping put around an entry changes nothing else', () => {
  onNodes(isField, (document, node) => {
    const edits = nestEntry(document, node, 'around');
    if (!edits) return;
    const path = pathOf(document, node);
    const { text, json } = outcome(document, edits);
    const value = at(document.toJSON(), path)!;
    const expected = changed(
      changed(document.toJSON(), path, () => undefined),
      [...path.slice(0, -1), 'around'],
      () => ({ [path.at(-1)!]: value }),
    );
    assert.deepEqual(json, expected, text);
    assert.deepEqual(comments(text), comments(document.text), text);
  });
});

test('mappings with more in them put around an entry change nothing else', () => {
  onNodes(isField, (document, node) => {
    const edits = wrapEntry(document, node, [
      { key: 'outer', before: { count: 1, list: ['a', { b: 'c: d' }] } },
      { key: 'inner' },
      { key: 'innermost', before: { labels: { 'a/b': '1' } } },
    ]);
    if (!edits) return;
    const path = pathOf(document, node);
    const { text, json } = outcome(document, edits);
    const value = at(document.toJSON(), path)!;
    const innermost = { labels: { 'a/b': '1' }, [path.at(-1)!]: value };
    const expected = changed(
      changed(document.toJSON(), path, () => undefined),
      [...path.slice(0, -1), 'outer'],
      () => ({ count: 1, list: ['a', { b: 'c: d' }], inner: { innermost } }),
    );
    assert.deepEqual(json, expected, text);
    assert.deepEqual(comments(text), comments(document.text), text);
  });
});

test('an entry moves with all its comments', () => {
  onNodes(
    (document, node) => isField(document, node) && document.root !== undefined && isMapping(document, document.root),
    (document, node, emptied) => {
      const path = pathOf(document, node);
      const edits = moveEntry(
        document,
        node,
        { from: document.root!, keys: ['created', 'for it'] },
        { emptied: emptied as 'braces' },
      );
      if (!edits) return;
      const { text, json } = outcome(document, edits);
      const value = at(document.toJSON(), path)!;
      assert.deepEqual(comments(text), comments(document.text), text);
      assert.deepEqual(at(json, ['created', 'for it', path.at(-1)!]), value, text);
      if (emptied === 'braces')
        assert.deepEqual(
          json,
          {
            ...(changed(document.toJSON(), path, () => undefined) as object),
            created: { 'for it': { [path.at(-1)!]: value } },
          },
          text,
        );
    },
    fc.constantFrom('braces', 'removed'),
  );
});

test('an entry moves into a mapping that is there', () => {
  onNodes(isField, (document, node) => {
    const path = pathOf(document, node);
    for (const target of allNodes(document).filter((other) => isMapping(document, other))) {
      const edits = moveEntry(document, node, target);
      if (!edits) continue;
      const { text, json } = outcome(document, edits);
      assert.deepEqual(comments(text), comments(document.text), text);
      assert.deepEqual(
        json,
        changed(
          changed(document.toJSON(), [...pathOf(document, target), path.at(-1)!], () => at(document.toJSON(), path)),
          path,
          () => undefined,
        ),
        text,
      );
    }
  });
});

test('any string written as a scalar is read back, in every place', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'binary' }), scalarValue),
      fc.constantFrom('plain' as const, 'single-quoted' as const, 'double-quoted' as const),
      (value, style) => {
        const text = scalarToText(value, style);
        assert.deepEqual(readYaml(`k: ${text}\nl:\n- ${text}\n- [${text}, ${text}]\n- {k: ${text}}\n`), [
          { json: { k: value, l: [value, [value, value], { k: value }] } },
        ]);
        if (typeof value === 'string' && value.length < 100)
          assert.deepEqual(readYaml(`${text}: 1\n`), [{ json: { [value]: 1 } }]);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a value of any shape takes the place of another, and no comment goes', () => {
  let made = 0;
  onNodes(
    isEntry,
    (document, node, value) => {
      const edits = replaceValue(document, node, value);
      if (!edits) return;
      made++;
      const { text, json } = outcome(document, edits);
      assert.deepEqual(
        json,
        changed(document.toJSON(), pathOf(document, node), () => value),
        text,
      );
      assert.ok(
        comments(document.text).every((comment) => text.includes(comment)),
        text,
      );
    },
    fieldValue,
  );
  assert.ok(made > 30, `only ${made} values`);
});

test('a list that begins as another one keeps these items as they are written', () => {
  onNodes(
    isList,
    (document, node, added) => {
      const before = at(document.toJSON(), pathOf(document, node)) as JsonValue[];
      const kept = before.findIndex((value) => typeof value === 'object' && value !== null);
      const value = [...before.slice(0, kept === -1 ? before.length : kept), added];
      const edits = replaceValue(document, node, value);
      if (!edits || pathOf(document, node).length === 0) return;
      const { text, json } = outcome(document, edits);
      assert.deepEqual(
        json,
        changed(document.toJSON(), pathOf(document, node), () => value),
        text,
      );
    },
    fc.string({ unit: 'grapheme' }),
  );
});

test('an item moves to the end of another list with all its comments, and gets what is new', () => {
  onNodes(
    (document, node) => document.parent(node) !== undefined && isList(document, document.parent(node)!),
    (document, node) => {
      const path = pathOf(document, node);
      const value = at(document.toJSON(), path) as { [key: string]: JsonValue };
      for (const mapping of allNodes(document).filter((other) => isMapping(document, other))) {
        const edits = moveItem(document, node, { mapping, key: 'others' }, { policy: 'Always' });
        if (!edits) continue;
        const { text, json } = outcome(document, edits);
        assert.deepEqual(comments(text), comments(document.text), text);
        const moved = changed(document.toJSON(), [...pathOf(document, mapping), 'others'], () => [
          { ...value, policy: 'Always' },
        ]);
        assert.deepEqual(
          json,
          changed(moved, path, () => undefined),
          text,
        );
      }
    },
  );
});

test('an item moves behind the others of a list that is there', () => {
  for (const [before, after] of [
    ['a:\n- x: 1\n- y: 2 # why\nb:\n- z: 3\n', 'a:\n- x: 1\nb:\n- z: 3\n- y: 2 # why\n  p: Always\n'],
    ['b: [{z: 3}]\na: [{x: 1}, {y: 2}]\n', 'b: [{z: 3}, {y: 2, p: Always}]\na: [{x: 1}]\n'],
    ['b:\n  - z: 3\na:\n  - x: 1\n  - { y: 2 }\n', 'b:\n  - z: 3\n  - { y: 2, p: Always }\na:\n  - x: 1\n'],
  ] as const) {
    const document = documentOf(before);
    const item = document.at(['a', 1])!;
    const edits = moveItem(document, item, { mapping: document.root!, key: 'b' }, { p: 'Always' });
    assert.equal(applyEdits(before, edits!), after);
  }
});
