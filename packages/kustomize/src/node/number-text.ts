/** A number as Go's strconv.FormatFloat(number, 'g', -1, bits) writes it, in the fewest digits that tell it apart. */
export function goFloatText(number: number, bits: 32 | 64 = 64): string {
  if (number === 0) return Object.is(number, -0) ? '-0' : '0';
  const [mantissa = '', exponentText = '0'] = shortest(number, bits).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= exponentLimit) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, '0');
  return sign + (whole.length > exponent + 1 ? `${whole.slice(0, exponent + 1)}.${whole.slice(exponent + 1)}` : whole);
}

/** From here on strconv writes an exponent, when it may choose the number of digits (ftoa.go, formatDigits). */
const exponentLimit = 6;

function shortest(number: number, bits: 32 | 64): string {
  if (bits === 64) return number.toExponential();
  for (let digits = 0; digits < 9; digits++) {
    const text = number.toExponential(digits);
    if (Math.fround(Number(text)) === Math.fround(number)) return trimZeros(text);
  }
  return number.toExponential(9);
}

function trimZeros(text: string): string {
  const [mantissa = '', exponent] = text.split('e');
  return `${mantissa.includes('.') ? mantissa.replace(/(?:(?<!0)|(?=\.))\.?0+$/, '') : mantissa}e${exponent}`;
}
