import { pushAll } from '@podlint/plain';

/** An IP address as Go's net/netip holds it. */
export interface Address {
  readonly family: 4 | 6;
  readonly bytes: readonly number[];
  readonly zone: string;
}

export const bitsOf = ({ family }: Address): number => (family === 4 ? 32 : 128);

/** netip.ParseAddr; undefined where it fails. */
export function parseAddress(text: string): Address | undefined {
  const kind = /[.:%]/.exec(text)?.[0];
  if (kind === '.') {
    const bytes = parseFourBytes(text);
    return bytes && { family: 4, bytes, zone: '' };
  }
  return kind === ':' ? parseSix(text) : undefined;
}

/** Four numbers without leading zeros. */
function parseFourBytes(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  const fine = parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
  return fine ? parts.map(Number) : undefined;
}

function parseSix(text: string): Address | undefined {
  const percent = text.indexOf('%');
  const zone = percent < 0 ? '' : text.slice(percent + 1);
  if (percent >= 0 && zone === '') return undefined;
  const bytes = parseSixteenBytes(percent < 0 ? text : text.slice(0, percent));
  return bytes && { family: 6, bytes, zone };
}

function parseSixteenBytes(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, at) => parseGroups(half, at === halves.length - 1));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  if (!tail) return head.length === 16 ? head : undefined;
  const zeros = 16 - head.length - tail.length;
  return zeros >= 2 ? [...head, ...Array.from({ length: zeros }, () => 0), ...tail] : undefined;
}

/** Groups between colons as bytes; the last of them may be an IPv4 address. */
function parseGroups(text: string, last: boolean): readonly number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const bytes: number[] = [];
  for (const [at, group] of groups.entries()) {
    const embedded = last && at === groups.length - 1 && group.includes('.');
    const parsed = embedded ? parseFourBytes(group) : parseGroup(group);
    if (!parsed) return undefined;
    pushAll(bytes, parsed);
  }
  return bytes;
}

function parseGroup(text: string): readonly number[] | undefined {
  if (!/^[0-9a-fA-F]{1,4}$/.test(text)) return undefined;
  const value = Number.parseInt(text, 16);
  return [value >> 8, value & 0xff];
}

/** Whether it is an IPv4 address written as one of IPv6, `::ffff:1.2.3.4`. */
export function isMapped({ family, bytes }: Address): boolean {
  return family === 6 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
}

export function addressText({ family, bytes }: Address): string {
  return family === 4 ? bytes.join('.') : textOfGroups(groupsOf(bytes));
}

function groupsOf(bytes: readonly number[]): readonly number[] {
  return Array.from({ length: 8 }, (_, at) => (bytes[2 * at]! << 8) | bytes[2 * at + 1]!);
}

/** The longest run of zeros, of two groups at least, is left out. */
function textOfGroups(groups: readonly number[]): string {
  const { start, length } = longestZeros(groups);
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(':');
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`;
}

function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}

export function sameAddress(a: Address, b: Address): boolean {
  return a.family === b.family && a.bytes.every((byte, at) => byte === b.bytes[at]);
}

const isZero = (byte: number): boolean => byte === 0;

export function isUnspecified({ bytes }: Address): boolean {
  return bytes.every(isZero);
}

export function isLoopback({ family, bytes }: Address): boolean {
  return family === 4 ? bytes[0] === 127 : bytes.slice(0, 15).every(isZero) && bytes[15] === 1;
}

function isMulticast({ family, bytes }: Address): boolean {
  return family === 4 ? (bytes[0]! & 0xf0) === 0xe0 : bytes[0] === 0xff;
}

export function isLinkLocalMulticast({ family, bytes }: Address): boolean {
  if (family === 4) return bytes[0] === 224 && bytes[1] === 0 && bytes[2] === 0;
  return bytes[0] === 0xff && (bytes[1]! & 0x0f) === 2;
}

export function isLinkLocalUnicast({ family, bytes }: Address): boolean {
  if (family === 4) return bytes[0] === 169 && bytes[1] === 254;
  return bytes[0] === 0xfe && (bytes[1]! & 0xc0) === 0x80;
}

export function isGlobalUnicast(address: Address): boolean {
  const broadcast = address.family === 4 && address.bytes.every((byte) => byte === 255);
  return (
    !broadcast &&
    !isUnspecified(address) &&
    !isLoopback(address) &&
    !isMulticast(address) &&
    !isLinkLocalUnicast(address)
  );
}
