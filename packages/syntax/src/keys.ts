import type { Resolution } from './resolution.js';

/** A mapping key after reading. Keys are the same key if type and text are (a Go map tells `1` from `"1"`). */
export interface Key {
  readonly type: Resolution['type'];
  /** As the key stands in JSON (sigs.k8s.io/yaml, convertToJSONableObject). */
  readonly text: string;
}

/** The key that a scalar makes. Null and unsigned keys have no JSON form: the reader refuses the mapping. */
export function keyOf(resolution: Resolution): Key {
  return { type: resolution.type, text: textOf(resolution) };
}

function textOf({ type, value, exact }: Resolution): string {
  if (type === 'float') return formatFloat32(value as number);
  return String(exact ?? value);
}

/**
 * With as many digits as needed, %g turns to scientific notation from this power of ten on (strconv/ftoa.go,
 * formatDigits).
 */
const shortestPrecision = 6;

/** strconv.FormatFloat(value, 'g', -1, 32), with go-yaml's names for what is no number. */
function formatFloat32(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  const [digits = '', exponent = ''] = shortestDigits(single).split('e');
  const power = Number(exponent);
  if (power < -4 || power >= shortestPrecision)
    return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  return plainNotation(digits, power);
}

/** In scientific notation, as few digits as name the same float32. */
function shortestDigits(single: number): string {
  for (let fraction = 0; fraction < 9; fraction++) {
    const text = single.toExponential(fraction);
    if (Math.fround(Number(text)) === single) return text;
  }
  return single.toExponential(9);
}

function plainNotation(digits: string, power: number): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const figures = digits.replace(/[-.]/g, '');
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${figures}`;
  const whole = figures.slice(0, power + 1).padEnd(power + 1, '0');
  const fraction = figures.slice(power + 1);
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}
