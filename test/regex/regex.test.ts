import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PatternFault, regexOf } from '@podlint/regex';

/** What Go's regexp.Compile answers (Go 1.26). */
const taken: Readonly<Record<string, boolean>> = {
  '(?P<n>a)(?P<n>b)': true,
  '[\\d-z]': true,
  '[]a]': true,
  '\\p{Greek}': true,
  'x{2,1}': false,
  'x{1001}': false,
  'x{,2}': true,
  'x**': false,
  '??(?i)*': false,
  '\\é': false,
  '\\1': false,
  '\\8': false,
  '(?=a)': false,
  '(?x)a': false,
  '[z-a]': false,
  '[[:foo:]]': false,
  '\\p{Foo}': false,
  '(?P<2 >a)': false,
};

for (const [pattern, isTaken] of Object.entries(taken))
  test(`${pattern} is ${isTaken ? 'an' : 'no'} expression of Go's`, () => {
    assert.equal(!(regexOf(pattern) instanceof PatternFault), isTaken);
  });

test('case is folded as Unicode does it', () => {
  const regex = regexOf('(?i)^ks$');
  assert.ok(!(regex instanceof PatternFault));
  // U+212A, the sign of kelvin, and U+017F, a long s.
  assert.ok(regex.test('\u212a\u017f'));
  assert.ok(!regex.test('kz'));
});
