import { parseQuantity } from '@podlint/model';

export type SlipKind = 'thousandths' | 'bare' | 'bytes' | 'cores' | 'largest';

export interface Slip {
  readonly kind: SlipKind;
  readonly text: string;
  /** What was most likely meant. */
  readonly meant: string;
}

/** No container starts with less memory than this, and no claim for less storage is of use. */
const smallestBytes = 2n ** 20n;
/**
 * The largest machines have some hundreds of cores, and who asks for so many asks for memory in proportion; amounts in
 * thousandths are mostly multiples of 50.
 */
const manyCores = 100;
const mostCores = 1000;
/** Less than any machine has for a core: they have 1 GiB at least. */
const leastBytesOfCore = 2n ** 28n;
/** Numbers below this are rather gigabytes than megabytes. */
const fewestMegabytes = 32;

const number = /^\+?\d*\.?\d+/;

/** An amount of memory or storage. */
export function byteSlip(text: string): Slip | undefined {
  const unit = text.slice(-1);
  if (!isDigit(unit) && unit !== 'm') return undefined;
  const bytes = parseQuantity(text)?.value();
  if (bytes === undefined || bytes <= 0n || bytes >= smallestBytes) return undefined;
  const amount = number.exec(text)?.[0];
  if (amount === undefined) return undefined;
  return unit === 'm' ? { kind: 'thousandths', text, meant: `${amount}Mi` } : bareSlip(text, amount);
}

function bareSlip(text: string, amount: string): Slip | undefined {
  if (amount.length !== text.length) return undefined;
  return { kind: 'bare', text, meant: Number(amount) < fewestMegabytes ? `${amount}Gi` : `${amount}Mi` };
}

/**
 * `500Mi`, `1Gi`; or `500`, whole cores.
 *
 * @param memory what is asked for with it
 */
export function cpuSlip(text: string, memory: string | undefined): Slip | undefined {
  const unit = text.slice(-1);
  if (unit === 'm' || unit === 'u' || unit === 'n') return undefined;
  const amount = number.exec(text)?.[0];
  if (amount === undefined || Number(amount) === 0) return undefined;
  const suffix = text.slice(amount.length);
  if (suffix === '') {
    const kind = kindOfCores(Number(amount), memory);
    return kind && { kind, text, meant: `${amount}m` };
  }
  if (!/^[kMGTPE]$|^[KMGTPE]i$/.test(suffix)) return undefined;
  return { kind: 'bytes', text, meant: /^[kKM]/.test(suffix) ? `${amount}m` : amount };
}

function kindOfCores(cores: number, memory: string | undefined): 'cores' | 'largest' | undefined {
  if (cores >= mostCores) return 'cores';
  if (cores < manyCores || cores % 50 !== 0) return undefined;
  const bytes = memory === undefined ? undefined : parseQuantity(memory)?.value();
  return bytes !== undefined && bytes >= leastBytesOfCore * BigInt(cores) ? undefined : 'largest';
}

function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9';
}
