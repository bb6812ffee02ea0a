import { type Message, defineMessages } from '@podlint/messages';

const says = defineMessages('ip-address', {
  invalid: 'write four numbers from 0 to 255 as in "10.9.8.7", or an IPv6 address as in "2001:db8::ffff"',
  padded: 'some software reads numbers with zeros in front as octal; write "{canonical}"',
  'ipv4-in-ipv6': 'an IPv4 address in IPv6 form is read in two ways; write "{canonical}"',
});

/**
 * IP addresses as the server reads them: in the generous way of Go's old net.ParseIP (ParseIPSloppy, k8s.io/utils/net),
 * which takes zeros in front of the numbers that today's parsers refuse.
 */
export interface IpAddress {
  readonly family: 4 | 6;
  /** 4 bytes, or 8 numbers of 16 bits. */
  readonly parts: readonly number[];
  /** A number has zeros in front, which some software reads as octal. */
  readonly paddedNumbers: boolean;
}

const ipv6Parts = 8;
const decimal = /^[0-9]+$/;
const hexadecimal = /^[0-9a-fA-F]+$/;

export function parseIp(text: string): IpAddress | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): IpAddress | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => decimal.test(octet) && Number(octet) <= 255)) return undefined;
  return {
    family: 4,
    parts: octets.map(Number),
    paddedNumbers: octets.some((octet) => octet.length > 1 && octet.startsWith('0')),
  };
}

/** `::` stands for as many zeros as are missing, one at least. */
function parseIpv6(text: string): IpAddress | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = parseGroups(halves[0]!, halves.length === 1 ? 'ends the address' : 'goes on');
  const tail = halves.length === 2 ? parseGroups(halves[1]!, 'ends the address') : noGroups;
  if (!head || !tail) return undefined;
  const missing = ipv6Parts - head.parts.length - tail.parts.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const parts = [...head.parts, ...new Array<number>(missing).fill(0), ...tail.parts];
  return { family: 6, parts, paddedNumbers: head.paddedNumbers || tail.paddedNumbers };
}

interface Groups {
  readonly parts: readonly number[];
  readonly paddedNumbers: boolean;
}

const noGroups: Groups = { parts: [], paddedNumbers: false };

/** Groups between colons; the last one of the address may be an IPv4 address, which stands for two. */
function parseGroups(text: string, position: 'ends the address' | 'goes on'): Groups | undefined {
  if (text === '') return noGroups;
  const words = text.split(':');
  const last = words.at(-1)!;
  const embedded = last.includes('.') && position === 'ends the address' ? parseIpv4(last) : undefined;
  if (embedded) words.pop();
  if (!words.every((word) => hexadecimal.test(word) && parseInt(word, 16) <= 0xffff)) return undefined;
  const parts = words.map((word) => parseInt(word, 16));
  if (embedded) parts.push(pair(embedded.parts, 0), pair(embedded.parts, 2));
  return { parts, paddedNumbers: (embedded?.paddedNumbers ?? false) || words.some((word) => word.length > 4) };
}

function pair(bytes: readonly number[], from: number): number {
  return bytes[from]! * 256 + bytes[from + 1]!;
}

/** `::ffff:1.2.3.4`: some software takes it for IPv4, some for IPv6. */
export function isIpv4InIpv6({ family, parts }: IpAddress): boolean {
  return family === 6 && parts[5] === 0xffff && parts.slice(0, 5).every((part) => part === 0);
}

/** The one way to write the address that everything reads alike (RFC 5952 for IPv6). */
export function canonicalIp(address: IpAddress): string {
  if (address.family === 4) return address.parts.join('.');
  if (isIpv4InIpv6(address))
    return address.parts
      .slice(6)
      .flatMap((part) => [part >> 8, part & 0xff])
      .join('.');
  const { start, length } = longestZeros(address.parts);
  const words = address.parts.map((part) => part.toString(16));
  if (length < 2) return words.join(':');
  return `${words.slice(0, start).join(':')}::${words.slice(start + length).join(':')}`;
}

function longestZeros(parts: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  parts.forEach((part, i) => {
    length = part === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: i - length + 1, length };
  });
  return best;
}

/**
 * Why the text is no IP address for a field that was there before IP addresses were checked strictly
 * (IsValidIPForLegacyField, apimachinery/pkg/util/validation/ip.go); `strict` since the gate StrictIPCIDRValidation is
 * on.
 */
export function ipProblem(text: string, reading: 'strict' | 'sloppy'): Message | undefined {
  const address = parseIp(text);
  if (!address) return says.invalid();
  if (reading === 'sloppy') return undefined;
  if (address.paddedNumbers) return says.padded({ canonical: canonicalIp(address) });
  if (isIpv4InIpv6(address)) return says['ipv4-in-ipv6']({ canonical: canonicalIp(address) });
  return undefined;
}
