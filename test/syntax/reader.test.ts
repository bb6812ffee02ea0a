import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseText, readYaml, type JsonValue, type NodeId, type YamlDocument } from '@podlint/syntax';

function only(text: string): YamlDocument {
  const { documents } = parseText(text);
  assert.equal(documents.length, 1);
  return documents[0]!;
}

function node(document: YamlDocument, ...path: (string | number)[]): NodeId {
  const found = document.at(path);
  assert.ok(found !== undefined, path.join('.'));
  return found;
}

function slice({ text }: YamlDocument, range: { start: number; end: number } | undefined): string | undefined {
  return range && text.slice(range.start, range.end);
}

function json(text: string): JsonValue | undefined {
  const results = readYaml(text);
  assert.equal(results.length, 1);
  return results[0]!.json;
}

test('scalars mean what go-yaml v2 makes of them', () => {
  const expected: Record<string, JsonValue> = {
    yes: true,
    on: true,
    y: true,
    Off: false,
    n: false,
    yEs: 'yEs',
    '0644': 420,
    '0o644': 420,
    '0b11': 3,
    '0x1F': 31,
    '0x_1': 1,
    '1_000': 1000,
    '08': 8,
    '-0b1': -1,
    '0b-1': -1,
    '1:30': '1:30',
    '2001-01-01': '2001-01-01',
    '1e3': 1000,
    '.5': 0.5,
    '.5_0': 0.5,
    '.5_': '.5_',
    '1.': 1,
    '0x1p-2': '0x1p-2',
    '1e400': '1e400',
    '~': null,
    Null: null,
    nULL: 'nULL',
    '<<': '<<',
    '=': '=',
    '100m': '100m',
    '1.2.3': '1.2.3',
    '18446744073709551615': 18446744073709552000,
    '123456789012345678901234567890': 1.2345678901234568e29,
    '!!str 1': '1',
    '!!int "0x1F"': 31,
    '!!float 1': 1,
    '! 12': '12',
    '!foo bar': 'bar',
    '!!binary aGVsbG8=': 'hello',
    '!!binary 4oI=': '\ufffd\ufffd',
    '!!timestamp 2001-1-1': '2001-1-1',
  };
  for (const [text, value] of Object.entries(expected)) assert.deepEqual(json(`- ${text}\n`), [value], text);
});

test('tags that do not fit are refused', () => {
  for (const text of [
    '!!int x',
    '!!bool 1',
    '!!null x',
    '!!float 18446744073709551615',
    '!!timestamp 2001-13-01',
    '!!binary x!',
    '!e!x y',
  ])
    assert.equal(json(`- ${text}\n`), undefined, text);
});

test('keys of other types become strings', () => {
  assert.deepEqual(
    json('1: a\n1.5: b\nyes: c\n0x10: d\n1e6: e\n9223372036854775807: f\n-0.0: g\n.inf: h\n0.00001: i\n'),
    {
      1: 'a',
      1.5: 'b',
      true: 'c',
      16: 'd',
      '1e+06': 'e',
      '9223372036854775807': 'f',
      '-0': 'g',
      '.inf': 'h',
      '1e-05': 'i',
    },
  );
  for (const key of ['null', '~', '[a]', '{a: b}', '18446744073709551615'])
    assert.equal(json(`${key}: v\n`), undefined, key);
});

test('a key named like a part of every object is an entry like any other', () => {
  const value = json('__proto__: {a: 1}\nconstructor: b\n') as Record<string, unknown>;
  assert.deepEqual(Object.keys(value), ['__proto__', 'constructor']);
});

test('merge keys bring entries in, in the order of the text', () => {
  const head = 'x: &x {a: 1, b: 1}\ny: &y {a: 2, c: 2}\n';
  const read = (text: string): JsonValue | undefined => (json(`${head}z:\n${text}`) as { z: JsonValue } | undefined)?.z;
  assert.deepEqual(read('  <<: *x\n  a: 3\n'), { a: 3, b: 1 });
  assert.deepEqual(read('  a: 3\n  <<: *x\n'), { a: 1, b: 1 });
  assert.deepEqual(read('  <<: [*x, *y]\n'), { a: 1, b: 1, c: 2 });
  assert.deepEqual(read('  <<: {<<: *y, d: 4}\n'), { a: 2, c: 2, d: 4 });
  assert.deepEqual(read('  "<<": 1\n'), { '<<': 1 });
  assert.equal(read('  <<: 1\n'), undefined);
  assert.equal(read('  <<: [*x, 1]\n'), undefined);
});

test('the strict reader refuses a key that is set twice, by a merge too', () => {
  const strict = (text: string): boolean => readYaml(text, { strict: true })[0]?.error !== undefined;
  assert.ok(strict('a: 1\n"a": 2\n'));
  assert.ok(strict('yes: 1\ntrue: 2\n'));
  assert.ok(strict('x: &x {a: 1}\ny: {<<: *x, a: 2}\n'));
  assert.ok(strict(`${Array.from({ length: 30 }, (_, index) => `k${index}: 1`).join('\n')}\nk3: 2\n`));
  assert.ok(!strict('1: a\n"1": b\n'));
  assert.ok(!strict('x: &x {a: 1}\ny: {<<: *x, b: 2}\n'));
});

test('duplicate keys name both values and the mapping', () => {
  const document = only('x: &x {a: 1}\nw:\n  a: 2\n  <<: *x\nz: {b: 1, b: 2}\n');
  const [merged, plain] = document.duplicateKeys;
  assert.ok(merged && plain);
  assert.deepEqual(
    [merged.mapping, document.value(merged.first), document.value(merged.node)],
    [node(document, 'w'), 2, 1],
  );
  assert.deepEqual(
    [plain.mapping, document.value(plain.first), document.value(plain.node)],
    [node(document, 'z'), 1, 2],
  );
  assert.equal(document.value(node(document, 'z', 'b')), 2);
});

test('documents part where the clients part them', () => {
  assert.deepEqual(readYaml('---\na: 1\n--- # c\n\nb: 2\n---\n'), [{ json: { a: 1 } }, { json: { b: 2 } }]);
  assert.deepEqual(readYaml('---\n---\na: 1\n'), [{ json: null }, { json: { a: 1 } }]);
  assert.deepEqual(readYaml('a: 1\r\n---\r\nb: 2\r\n'), [{ json: { a: 1 } }, { json: { b: 2 } }]);
  assert.deepEqual(readYaml('a: |\n  ---\n  b\n'), [{ json: { a: '---\nb\n' } }]);
  assert.deepEqual(readYaml('a: 1\n...\nb: [\n'), [{ json: { a: 1 } }]);
  assert.deepEqual(readYaml(''), []);
  assert.equal(readYaml('a: 1\n--- b\n---\nc: 3\n').length, 1);
});

test('documents without content have no root', () => {
  for (const text of ['\n', '# only\n', '---\n', '---\n# c\n']) {
    const document = only(text);
    assert.equal(document.root, undefined, text);
    assert.equal(document.toJSON(), null);
  }
});

test('places count in the text as it came, with mark and CRLF', () => {
  const document = only(
    '\ufeffmetadata:\r\n  name: "web" # c\r\n  labels: &l !!map {a: b}\r\n  empty:\r\n  other: *l\r\nlist:\r\n- x\r\n- |\r\n  text\r\n',
  );
  const name = node(document, 'metadata', 'name');
  assert.equal(slice(document, document.rangeOf(name)), '"web"');
  assert.equal(slice(document, document.keyRange(name)), 'name');
  assert.equal(document.style(name), 'double-quoted');
  const labels = node(document, 'metadata', 'labels');
  assert.equal(slice(document, document.rangeOf(labels)), '{a: b}');
  assert.equal(slice(document, document.propertiesRange(labels)), '&l !!map');
  const empty = document.rangeOf(node(document, 'metadata', 'empty'));
  assert.equal(empty.start, empty.end);
  assert.equal(document.text[empty.start - 1], ':');
  assert.equal(slice(document, document.rangeOf(node(document, 'list'))), '- x\r\n- |\r\n  text');
  assert.equal(slice(document, document.rangeOf(node(document, 'list', 1))), '|\r\n  text');
  assert.equal(document.value(node(document, 'list', 1)), 'text\n');
  assert.equal(document.range.end, document.text.length);
});

test('an alias has its own place and the value of what it stands for', () => {
  const document = only('a: &x {b: 1}\nc: *x\n');
  const alias = node(document, 'c');
  assert.equal(slice(document, document.rangeOf(alias)), '*x');
  assert.equal(document.aliasTarget(alias), node(document, 'a'));
  assert.equal(document.kind(alias), 'mapping');
  assert.equal(document.child(alias, 'b'), node(document, 'a', 'b'));
  const json = document.toJSON() as { a: object; c: object };
  assert.deepEqual(json.c, { b: 1 });
  assert.notEqual(json.a, json.c);
});

test('what a merge key brings is found, but is no child', () => {
  const document = only('a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n');
  const mapping = node(document, 'c');
  assert.equal(document.value(document.child(mapping, 'b')!), 1);
  assert.deepEqual(
    document.children(mapping).map((child) => document.key(child)),
    ['d'],
  );
  assert.deepEqual(
    document.mergeValues(mapping).map((value) => slice(document, document.rangeOf(value))),
    ['*x'],
  );
});

test('aliases that unfold to too much are refused, and cost nothing', () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'])
    lines.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
  const document = only(`${lines.join('\n')}\n`);
  assert.deepEqual(
    document.problems.map(({ code }) => code),
    ['syntax/anchor'],
  );
  assert.ok(JSON.stringify(document.toJSON()).length < 10_000);
});

test('nesting goes to ten thousand levels and no further', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}\n`;
  assert.equal(readYaml(nested(10_000))[0]?.error, undefined);
  assert.notEqual(readYaml(nested(10_001))[0]?.error, undefined);
});

test('keys nested so deep that no reader can follow are a problem, not an exception', () => {
  const [document] = parseText(`name: ${'a: '.repeat(50_000)}\n`).documents;
  assert.equal(document!.problems.length, 1);
});
