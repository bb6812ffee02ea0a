import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseQuantity, type Quantity } from '@podlint/model';
import fc from 'fast-check';

function quantity(text: string | number): Quantity {
  const parsed = parseQuantity(text);
  assert.ok(parsed, `${text} is a quantity`);
  return parsed;
}

const canonical: readonly (readonly [text: string | number, stored: string])[] = [
  ['0', '0'],
  ['00', '0'],
  ['-0', '0'],
  ['.', '0'],
  ['+', '0'],
  ['Ki', '0'],
  ['m', '0'],
  ['e3', '0'],
  ['0Ei', '0'],
  ['1', '1'],
  ['100m', '100m'],
  ['1000m', '1'],
  ['1500m', '1500m'],
  ['0.5', '500m'],
  ['.5', '500m'],
  ['1.5', '1500m'],
  ['2000', '2k'],
  ['1000000', '1M'],
  ['12E', '12E'],
  ['1n', '1n'],
  ['1000n', '1u'],
  ['0.1n', '1n'],
  ['-0.1n', '-1n'],
  ['1Ki', '1Ki'],
  ['1024', '1024'],
  ['1024Ki', '1Mi'],
  ['1.5Gi', '1536Mi'],
  ['0.5Ki', '512'],
  ['0.1Ki', '102400m'],
  ['1000Ki', '1000Ki'],
  ['1Ei', '1Ei'],
  ['1e3', '1e3'],
  ['1E3', '1E3'],
  ['10e3', '10e3'],
  ['1000e3', '1e6'],
  ['1e4', '10e3'],
  ['1.5e3', '1500'],
  ['1e-3', '1e-3'],
  ['1e0', '1e0'],
  ['1e-9', '1e-9'],
  ['1e-12', '1e-9'],
  // What is already short enough in upstream's eyes is kept as it was written.
  ['5.', '5.'],
  ['+5', '+5'],
  ['005', '005'],
  ['1.234', '1.234'],
  ['01Ki', '01Ki'],
  // Capped, or out of suffixes.
  ['8Ei', '9223372036854775807'],
  ['-9Ei', '-9223372036854775807'],
  ['1000E', '1'],
  ['100000000000000000000', '100E'],
  [' 5 ', '5'],
  [1.5, '1500m'],
  [1e21, '1e+21'],
  [2000, '2k'],
];

const unreadable = [
  '',
  ' ',
  '1 Ki',
  '1_000',
  '1,5',
  '1KI',
  '1ki',
  '1g',
  '1K',
  '1i',
  '1e',
  '1e1.5',
  '1ee3',
  '1e+',
  '1.2.3',
  '--1',
  '1-',
  '1Ki5',
  '1mm',
  'Pi',
  'Ei',
  '.Pi',
  'e-10',
  '.e-10',
  '\n5',
  '٣',
  '0x10',
  'NaN',
  'Infinity',
  '1e99999999999999999999',
];

describe('parseQuantity', () => {
  for (const [text, stored] of canonical) {
    test(`${JSON.stringify(text)} is stored as ${stored}`, () => assert.equal(quantity(text).toString(), stored));
  }
  for (const text of unreadable) {
    test(`${JSON.stringify(text)} is no quantity`, () => assert.equal(parseQuantity(text), undefined));
  }
});

const suffix = fc.constantFrom(
  '',
  'n',
  'u',
  'm',
  'k',
  'M',
  'G',
  'T',
  'P',
  'Ki',
  'Mi',
  'Gi',
  'Ti',
  'Pi',
  'Ei',
  'e3',
  'e-3',
  'E6',
);
const digits = fc.stringMatching(/^\d{1,12}$/);
const texts = fc
  .tuple(fc.constantFrom('', '-', '+'), digits, fc.option(fc.stringMatching(/^\d{0,10}$/)), suffix)
  .map(([sign, whole, fraction, end]) => `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${end}`);
const quantities = texts.map(quantity);

describe('Quantity', () => {
  test('its text reads back as the same amount, and as the same text', () => {
    fc.assert(
      fc.property(quantities, (parsed) => {
        const again = quantity(parsed.toString());
        assert.equal(again.compare(parsed), 0);
        assert.equal(again.toString(), parsed.toString());
      }),
    );
  });

  test('compare is a total order', () => {
    fc.assert(
      fc.property(quantities, quantities, quantities, (a, b, c) => {
        assert.equal(a.compare(a), 0);
        assert.equal(a.compare(b) + b.compare(a), 0);
        if (a.compare(b) <= 0 && b.compare(c) <= 0) assert.ok(a.compare(c) <= 0);
      }),
    );
  });

  test('compare agrees with the sign of the amount', () => {
    fc.assert(fc.property(quantities, (parsed) => assert.equal(parsed.compare(quantity('0')), parsed.sign)));
  });

  test('plus is commutative, and zero adds nothing', () => {
    fc.assert(
      fc.property(quantities, quantities, (a, b) => {
        assert.equal(a.plus(b).compare(b.plus(a)), 0);
        assert.equal(a.plus(quantity('0')).compare(a), 0);
      }),
    );
  });

  test('value and milliValue round up', () => {
    const expected: readonly (readonly [text: string, value: bigint, milliValue: bigint])[] = [
      ['1.5', 2n, 1500n],
      ['1m', 1n, 1n],
      ['1n', 1n, 1n],
      ['128Mi', 134217728n, 134217728000n],
      ['0.1Ki', 103n, 102400n],
      ['-1.5', -2n, -1500n],
      // An int64 overflows as it does in Go.
      ['1e30', 0n, 0n],
      ['10E', 0n, 0n],
      ['8Ei', 9223372036854775807n, -1000n],
    ];
    for (const [text, value, milliValue] of expected)
      assert.deepEqual([quantity(text).value(), quantity(text).milliValue()], [value, milliValue], text);
  });

  test('isWhole is what the server asks of resources that are counted', () => {
    for (const text of ['1', '2k', '3000m', '1Ki', '0', '1e3', '8Ei']) assert.ok(quantity(text).isWhole(), text);
    for (const text of ['1.5', '1m', '0.1Ki', '1001m']) assert.ok(!quantity(text).isWhole(), text);
  });

  test('roundUpToMilli leaves coarse amounts as they are', () => {
    for (const [text, rounded] of [
      ['1', '1'],
      ['1.234', '1.234'],
      ['1.2345', '1235m'],
      ['1u', '1m'],
      ['-1u', '-1m'],
      ['0.001', '1m'],
    ] as const)
      assert.equal(quantity(text).roundUpToMilli().toString(), rounded);
  });

  test('the sum has the format of the first amount that is not zero', () => {
    assert.equal(quantity('1Ki').plus(quantity('1024')).toString(), '2Ki');
    assert.equal(quantity('1024').plus(quantity('1Ki')).toString(), '2048');
    assert.equal(quantity('0').plus(quantity('1024Ki')).toString(), '1Mi');
  });

  test('enormous exponents cost nothing', () => {
    const huge = quantity('1e2000000000');
    const tiny = quantity('-1e-2000000000');
    assert.equal(huge.compare(quantity('8Ei')), 1);
    assert.equal(tiny.toString(), '-1e-9');
    assert.equal(quantity('1Mi').plus(huge).sign, 1);
    assert.equal(huge.value(), 0n);
    assert.equal(quantity('9'.repeat(10_000)).sign, 1);
  });
});
