import type { Resolution } from './resolution.js';

const largestInt = 2n ** 63n - 1n;
const largestUint = 2n ** 64n - 1n;

const decimal = /^[-+]?(?:0|[1-9]\d*)$/;
const shortDecimal = /^[-+]?(?:0|[1-9]\d{0,14})$/;
const prefixed = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+))$/;
const signInsideBinary = /^0b([-+])([01]+)$/;

/**
 * An integer as strconv.ParseInt and ParseUint read it with base 0: `0x`, `0b`, `0o` and a bare leading zero choose the
 * base.
 * Undefined for anything else, also for one that 64 bits cannot hold.
 */
export function parseInteger(digits: string): Resolution | undefined {
  if (shortDecimal.test(digits)) return { type: 'int', value: Number(digits) + 0 };
  if (decimal.test(digits)) return withinRange(digits.replace('+', ''), digits);
  const match = prefixed.exec(digits);
  if (match) return withinRange(literal(match), digits, match[1]);
  const binary = signInsideBinary.exec(digits);
  return binary ? withinRange(`0b${binary[2]}`, '+', binary[1]) : undefined;
}

function literal([, , hex, binary, octal]: RegExpExecArray): string {
  if (hex !== undefined) return `0x${hex}`;
  return binary === undefined ? `0o${octal}` : `0b${binary}`;
}

/** Only numbers without a sign may need the 64th bit: ParseUint takes none. */
function withinRange(text: string, signed: string, sign = ''): Resolution | undefined {
  const magnitude = BigInt(text);
  const exact = sign === '-' ? -magnitude : magnitude;
  if (exact <= largestInt && exact >= -largestInt - 1n) return { type: 'int', value: Number(exact), exact };
  const hasSign = signed.startsWith('-') || signed.startsWith('+');
  return !hasSign && exact > 0n && exact <= largestUint ? { type: 'uint', value: Number(exact), exact } : undefined;
}
