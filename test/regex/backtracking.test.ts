// No regular expression of ours takes time by the square of a stranger's text, or worse: each that stands in what is published is
// attacked with texts made of what it speaks of.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attack, ownLiterals } from './attack.js';

/** What is linear takes a hundredth of it. */
const most = 0.05;

test('an expression that backtracks is found', () => {
  for (const source of ['(a+)+$', '\\s+$', '!.*!$', '(?:a|ab|b)*c', '^(\\w+\\s?)*$'])
    assert.ok(attack({ place: '', source, flags: '' }, most), source);
});

test('none of ours does on a text of any length', () => {
  const slow = ownLiterals().flatMap((literal) => {
    const found = attack(literal, most);
    return found ? [`${literal.place} /${literal.source}/ on ${JSON.stringify(found.pump)}`] : [];
  });
  assert.deepEqual(slow, []);
});
