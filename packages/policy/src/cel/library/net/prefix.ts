import { addressText, bitsOf, parseAddress, sameAddress, type Address } from './address.js';

/** An address and how many of its bits count, as Go's net/netip holds it. */
export interface Prefix {
  readonly address: Address;
  readonly bits: number;
}

/** netip.ParsePrefix; undefined where it fails. */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.lastIndexOf('/');
  const address = slash < 0 ? undefined : parseAddress(text.slice(0, slash));
  const bits = text.slice(slash + 1);
  // strconv.Atoi takes a sign, but only of a single character is the first not looked at.
  if (!address || address.zone !== '' || !/^(?:[0-9]|[1-9][0-9]+)$/.test(bits)) return undefined;
  return Number(bits) > bitsOf(address) ? undefined : { address, bits: Number(bits) };
}

export function prefixText({ address, bits }: Prefix): string {
  return `${addressText(address)}/${bits}`;
}

/** The address with all bits behind the prefix cleared. */
export function masked({ address, bits }: Prefix): Prefix {
  const bytes = address.bytes.map((byte, at) => byte & mask(bits - 8 * at));
  return { address: { ...address, bytes }, bits };
}

/** The mask of a byte of which so many bits count. */
function mask(bits: number): number {
  if (bits >= 8) return 0xff;
  return bits <= 0 ? 0 : (0xff << (8 - bits)) & 0xff;
}

export function containsAddress(prefix: Prefix, address: Address): boolean {
  if (prefix.address.family !== address.family) return false;
  return sameAddress(masked(prefix).address, masked({ address, bits: prefix.bits }).address);
}

/** Whether all of the inner prefix is in the outer one. */
export function containsPrefix(outer: Prefix, inner: Prefix): boolean {
  return outer.bits <= inner.bits && containsAddress(outer, inner.address);
}

export function samePrefix(a: Prefix, b: Prefix): boolean {
  return a.bits === b.bits && sameAddress(a.address, b.address);
}
