import { type Message, defineMessages } from '@podlint/messages';
import type { Context } from '../../context.js';
import { type IpAddress, canonicalIp, isIpv4InIpv6, parseIp } from './ip-address.js';

const says = defineMessages('cidr', {
  invalid: '"{text}" is not a range of IP addresses. Write an address and a length, such as "10.9.8.0/24".',
  padded: '"{text}" has zeros in front of a number, which some software reads as octal. Write "{canonical}".',
  'ipv4-in-ipv6': '"{text}" is an IPv4 range in IPv6 form, which is read in two ways. Write "{canonical}".',
  'host-bits':
    '"{text}" names an address and not a range, as bits behind the length are set. Write "{canonical}" for the range.',
});

/** A range of addresses, as Go's old net.ParseCIDR reads it (ParseCIDRSloppy, k8s.io/utils/net). */
export interface Cidr {
  readonly address: IpAddress;
  readonly length: number;
  /** The length has zeros in front, which today's parsers refuse. */
  readonly paddedLength: boolean;
}

export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  const length = text.slice(slash + 1);
  const address = slash < 0 ? undefined : parseIp(text.slice(0, slash));
  if (!address || !/^\d+$/.test(length) || Number(length) > bitsOf(address)) return undefined;
  return { address, length: Number(length), paddedLength: length.length > 1 && length.startsWith('0') };
}

function bitsOf({ family }: IpAddress): number {
  return family === 4 ? 32 : 128;
}

/** What a range holds, as `net.IP.To4` tells it: an IPv4 range in IPv6 form is one of IPv4. */
function familyOfCidr({ address, length }: Cidr): 4 | 6 {
  return address.family === 4 || (isIpv4InIpv6(address) && length >= 96) ? 4 : 6;
}

/** Whether there is one range of each family at least (IsDualStackCIDRs, k8s.io/utils/net). */
export function isDualStack(ranges: readonly Cidr[]): boolean {
  return new Set(ranges.map(familyOfCidr)).size === 2;
}

/**
 * What to say about a field that should be a range of addresses and is none (IsValidCIDRForLegacyField,
 * apimachinery/pkg/util/validation/ip.go); strictly read since 1.36 (StrictIPCIDRValidation).
 */
export function cidrFieldMessage(text: string, context: Context): Message | undefined {
  const cidr = parseCidr(text);
  if (!cidr) return says.invalid({ text });
  return context.enabled('StrictIPCIDRValidation') ? strictMessage(text, cidr) : undefined;
}

function strictMessage(text: string, cidr: Cidr): Message | undefined {
  const canonical = canonicalCidr(cidr);
  if (cidr.address.paddedNumbers || cidr.paddedLength) return says.padded({ text, canonical });
  if (isIpv4InIpv6(cidr.address)) return says['ipv4-in-ipv6']({ text, canonical });
  return hasHostBits(cidr) ? says['host-bits']({ text, canonical }) : undefined;
}

/** The range with nothing set behind its length. */
export function canonicalCidr({ address, length }: Cidr): string {
  const masked = canonicalIp({ ...address, parts: maskedParts(address, length) });
  return `${masked}/${isIpv4InIpv6(address) && length >= 96 ? length - 96 : length}`;
}

export function hasHostBits({ address, length }: Cidr): boolean {
  return maskedParts(address, length).some((part, i) => part !== address.parts[i]);
}

function maskedParts({ family, parts }: IpAddress, length: number): number[] {
  const width = family === 4 ? 8 : 16;
  return parts.map((part, i) => {
    const kept = Math.min(Math.max(length - i * width, 0), width);
    return part - (part % 2 ** (width - kept));
  });
}
