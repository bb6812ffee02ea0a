/**
 * A finite double with so many digits behind the point, exactly, halves to even, as Go writes it ("%.6f").
 * JavaScript's toFixed stops at 100 digits and writes large numbers with an exponent.
 */
export function fixedText(value: number, precision: number): string {
  const { digits, negative } = scaled(value, precision);
  const text = String(digits).padStart(precision + 1, '0');
  const whole = text.slice(0, text.length - precision);
  const fraction = precision === 0 ? '' : `.${text.slice(text.length - precision)}`;
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

/** The mantissa and the exponent of a finite double ("%.6e"). */
export function scientificParts(
  value: number,
  precision: number,
): { readonly mantissa: string; readonly exponent: number } {
  if (value === 0) return { mantissa: fixedText(value, precision), exponent: 0 };
  let exponent = Number(value.toExponential().split('e')[1]);
  let { digits, negative } = scaled(value, precision - exponent);
  // Rounding up may add a digit.
  if (String(digits).length > precision + 1) ({ digits, negative } = scaled(value, precision - ++exponent));
  const text = String(digits);
  const fraction = precision === 0 ? '' : `.${text.slice(1)}`;
  return { mantissa: `${negative ? '-' : ''}${text[0]}${fraction}`, exponent };
}

/** The double times a power of ten, rounded to a whole number. */
function scaled(value: number, power: number): { readonly digits: bigint; readonly negative: boolean } {
  const { mantissa, exponent, negative } = partsOf(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else denominator *= 10n ** BigInt(-power);
  return { digits: rounded(numerator, denominator), negative };
}

function rounded(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && whole % 2n === 1n);
  return up ? whole + 1n : whole;
}

/** The double as `mantissa * 2^exponent`. */
function partsOf(value: number): { readonly mantissa: bigint; readonly exponent: number; readonly negative: boolean } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa, exponent: Math.max(biased, 1) - 1075, negative: bits >> 63n === 1n };
}
