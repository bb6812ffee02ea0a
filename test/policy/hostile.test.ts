import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evaluateCel } from 'podlint/policy';

/** Of work, as others may be at work on the machine. */
const seconds = (): number => process.cpuUsage().user / 1e6;

const list = (size: number): string => `[${Array.from({ length: size }, (_, at) => at).join(',')}]`;

/** Expressions that would run for ages, or need all memory, were it not for budgets. */
const hostile: Readonly<Record<string, string>> = {
  'nested loops': Array.from('abcdefgh').reduce((inner, name) => `${list(20)}.all(${name}, ${inner})`, 'true'),
  'a text doubled again and again': `${list(60)}.map(x, "0123456789".replace("", "${'y'.repeat(500)}").replace("", "${'z'.repeat(500)}"))`,
  'a list doubled in an optional': Array.from({ length: 40 }).reduce<string>(
    (inner) => `${inner}.optMap(x, x + x)`,
    'optional.of([1])',
  ),
  'a large repeated pattern': `"${'a'.repeat(2000)}".matches("((a{100}){10}){1}b")`,
  'a pattern that backtracks': `"${'a'.repeat(3000)}!".matches("^(([a-z])+.)+[A-Z]([a-z])+$")`,
  'deeply nested brackets': '('.repeat(5000) + '1' + ')'.repeat(5000),
  'deeply nested lists': '['.repeat(3000) + ']'.repeat(3000),
  'a long chain of operators': Array.from({ length: 20_000 }, () => '1').join(' + '),
  'a huge exponent': 'quantity("1e999999999").isGreaterThan(quantity("1"))',
  'a sort of much': `${list(300)}.map(x, ${list(300)}.map(y, x * y).sum() + x).isSorted()`,
};

describe('hostile expressions end', () => {
  for (const [name, expression] of Object.entries(hostile))
    test(name, () => {
      const before = seconds();
      evaluateCel(expression, {});
      // A generous bound: what is not bounded takes minutes or all memory.
      assert.ok(seconds() - before < 20);
    });

  test('bytes of any length are put together', () => {
    const answer = evaluateCel('size(bytes(object) + bytes(object))', { object: 'a'.repeat(300_000) });
    assert.deepEqual('result' in answer && answer.result, { int: '600000' });
  });

  test('over the budget of one expression, which is a million', () => {
    const answer = evaluateCel(hostile['nested loops'] ?? '', {});
    assert.ok('error' in answer, JSON.stringify(answer));
    assert.ok(answer.cost > 1_000_000);
  });
});

describe('patterns are matched in linear time', () => {
  const timeFor = (size: number): number => {
    const before = seconds();
    const answer = evaluateCel('string(object).matches("^(a|a|aa)*$")', { object: `${'a'.repeat(size)}!` });
    assert.ok('result' in answer && answer.result === false, JSON.stringify(answer));
    return seconds() - before;
  };

  test('where a backtracking machine takes exponential time', () => {
    timeFor(100);
    // Forty times the text takes about forty times as long; squared it would be 1600 times.
    assert.ok(timeFor(40_000) < 400 * Math.max(timeFor(1000), 0.001));
  });
});
