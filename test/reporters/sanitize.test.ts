import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visible, visibleDeep, visibleJson } from '@podlint/reporters';

test('what moves the cursor or turns text around is written out', () => {
  assert.equal(visible('a\u001b[31mb\u0007\u007f\u0085\r\n\t'), 'a\\u001b[31mb\\u0007\\u007f\\u0085\\r\\n\\t');
  assert.equal(visible('\u202ea\u2066b\u200fc\ufeff\u2028\u200b'), '\\u202ea\\u2066b\\u200fc\\ufeff\\u2028\\u200b');
});

test('letters of all scripts and emoji stay', () => {
  const text = 'äß 日本語 שלום 👩‍👩‍👧 e\u0301';
  assert.equal(visible(text), text);
});

test('every text in a value is made visible, and nothing else changes', () => {
  assert.deepEqual(visibleDeep({ a: ['\u0007', 1, null, true], b: { c: '\n' } }), {
    a: ['\\u0007', 1, null, true],
    b: { c: '\\n' },
  });
});

test('JSON means the same with its characters escaped', () => {
  const value = { text: 'a\u202eb\u0085c\u2028', 'key\u200f': 1 };
  const json = visibleJson(JSON.stringify(value, undefined, 2));
  assert.deepEqual(JSON.parse(json), value);
  assert.doesNotMatch(json, /[\u0080-\u009f\u200f\u2028\u202e]/);
});
