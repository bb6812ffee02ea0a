import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseText, readYaml, type JsonValue } from '@podlint/syntax';

/** Streams that begin with JSON: its objects need no separator (YAMLOrJSONDecoder.Decode). */
const streams: [name: string, text: string, ...documents: JsonValue[]][] = [
  ['one object', '{"a": 1}\n', { a: 1 }],
  ['two objects', '{"a": {"b": "}"}}\n{"c": "\\"{"}\n', { a: { b: '}' } }, { c: '"{' }],
  ['three objects on a line', '{"a": 1} {"b": 2}{"c": 3}', { a: 1 }, { b: 2 }, { c: 3 }],
  ['blank lines before and between', '\n {"a": 1}\r\n\r\n{"b": 2}\r\n', { a: 1 }, { b: 2 }],
  ['an object and YAML', '{"a": 1}\nb: 2\n---\nc: 3\n', { a: 1 }, { b: 2 }, { c: 3 }],
  ['objects with separators', '{"a": 1}\n---\n{"b": 2}\n', { a: 1 }, { b: 2 }],
  ['what only YAML reads', '{a: 1}\n{"b": 2}\n', { a: 1 }],
  ['YAML first', 'a: 1\n---\n{"b": 2}\n{"c": 3}\n', { a: 1 }, { b: 2 }],
];

describe('a stream of JSON', () => {
  for (const [name, text, ...documents] of streams) {
    test(name, () =>
      assert.deepEqual(
        readYaml(text).map(({ json }) => json),
        documents,
      ),
    );
  }

  test('has its places in the whole stream', () => {
    const text = '{"a": 1}\n{"b": 2}\n';
    const [, second] = parseText(text).documents;
    const { start, end } = second!.rangeOf(second!.at(['b'])!);
    assert.deepEqual([text.slice(start, end), start, second!.index], ['2', 15, 1]);
  });

  test('without an end is one broken document', () => {
    const { documents } = parseText('{"a": "b\n');
    assert.deepEqual(
      documents.map(({ problems }) => problems.length),
      [1],
    );
  });
});
