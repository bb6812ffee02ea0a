import type { Cidr } from './cidr.js';
import { type IpAddress, isIpv4InIpv6 } from './ip-address.js';

/**
 * Whether the second range is a part of the first, and smaller: its first address lies in it (Go's IPNet.Contains), and
 * its length is greater as it is written.
 */
export function isSmallerRange(range: Cidr, other: Cidr): boolean {
  const [outer, inner] = [firstOf(range), firstOf(other)];
  return outer.length === inner.length && startsAlike(outer, inner, prefixOf(range)) && range.length < other.length;
}

/** Bits of the address that count, of those that are compared. */
function prefixOf({ address, length }: Cidr): number {
  return address.family === 6 && isIpv4InIpv6(address) && length >= 96 ? length - 96 : length;
}

/** The bits of the first address; those of IPv4 alone where it is an IPv4 address in IPv6 form. */
function firstOf({ address, length }: Cidr): readonly number[] {
  const bits = bitsOf(address).map((bit, i) => (i < length ? bit : 0));
  return address.family === 6 && isIpv4InIpv6(address) && length >= 96 ? bits.slice(96) : bits;
}

function bitsOf({ family, parts }: IpAddress): number[] {
  const width = family === 4 ? 8 : 16;
  return parts.flatMap((part) => Array.from({ length: width }, (_, i) => (part >> (width - 1 - i)) & 1));
}

function startsAlike(one: readonly number[], other: readonly number[], length: number): boolean {
  return one.slice(0, length).every((bit, i) => bit === other[i]);
}
