import { parseAddress } from '../../cel/library/net/address.js';
import { regexOf, PatternFault } from '@podlint/regex';
import { byteCount } from '../../cel/values/text.js';

/** Patterns as upstream has them; where one could take long in JavaScript, RE2's machine of ours takes it. */
const hostname = String.raw`^([a-zA-Z0-9\p{S}\p{L}]((-?[a-zA-Z0-9\p{S}\p{L}]{0,62})?)|([a-zA-Z0-9\p{S}\p{L}](([a-zA-Z0-9-\p{S}\p{L}]{0,61}[a-zA-Z0-9\p{S}\p{L}])?)(\.)){1,}([a-zA-Z\p{L}]){2,63})$`;
const card =
  /^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35[0-9]{3})[0-9]{11})$/;
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\u0080-\\u{10ffff}-]+";
const dotAtom = `${atom}(?:\\.${atom})*`;
const address = new RegExp(`^(?:${dotAtom}|"(?:[^"\\\\\\r\\n]|\\\\.)*")@(?:${dotAtom}|\\[[^\\[\\]\\\\]*\\])$`, 'u');

/** strfmt.IsHostname */
export function isHostname(text: string): boolean {
  if (byteCount(text) > 255) return false;
  const regex = regexOf(hostname);
  return !(regex instanceof PatternFault) && regex.test(text) && text.split('.').every((part) => byteCount(part) <= 63);
}

/** net/mail.ParseAddress, without comments and groups. */
export function isEmail(text: string): boolean {
  const inBrackets = /^[^<>]*<([^<>]*)>\s*$/.exec(text)?.[1];
  return address.test((inBrackets ?? text).trim());
}

export function isIpv4(text: string): boolean {
  return text.includes('.') && parseAddress(withoutZeros(text)) !== undefined && !text.includes('%');
}

export function isIpv6(text: string): boolean {
  return text.includes(':') && !text.includes('%') && parseAddress(text) !== undefined;
}

/** netutils.ParseCIDRSloppy */
export function isCidr(text: string): boolean {
  const [host = '', bits, ...more] = text.split('/');
  if (bits === undefined || more.length > 0 || !/^[0-9]{1,4}$/.test(bits) || host.includes('%')) return false;
  const parsed = parseAddress(withoutZeros(host));
  return parsed !== undefined && Number(bits) <= (parsed.family === 4 ? 32 : 128);
}

/** Old versions of Go took 010.0.0.1 for 10.0.0.1, so Kubernetes goes on doing so. */
function withoutZeros(text: string): string {
  return text.replaceAll(/(^|[.:])0+(?=[1-9][0-9]*(?:\.|$)|0(?:\.|$))/g, '$1');
}

/** net.ParseMAC: 6, 8 or 20 bytes. */
export function isMac(text: string): boolean {
  const pairs = /^[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2})*$/i.test(text);
  const fours = /^[0-9a-f]{4}(?:\.[0-9a-f]{4})+$/i.test(text);
  return (pairs || fours) && [6, 8, 20].includes(text.replaceAll(/[^0-9a-f]/gi, '').length / 2);
}

export function isIsbn10(text: string): boolean {
  const digits = text.replaceAll(/[\s-]+/g, '');
  if (!/^(?:[0-9]{9}X|[0-9]{10})$/.test(digits)) return false;
  const sum = Array.from(digits).reduce(
    (total, digit, at) => total + (at + 1) * (digit === 'X' ? 10 : Number(digit)),
    0,
  );
  return sum % 11 === 0;
}

export function isIsbn13(text: string): boolean {
  const digits = text.replaceAll(/[\s-]+/g, '');
  if (!/^[0-9]{13}$/.test(digits)) return false;
  const sum = Array.from(digits).reduce((total, digit, at) => total + (at % 2 === 0 ? 1 : 3) * Number(digit), 0);
  return sum % 10 === 0;
}

export function isCreditCard(text: string): boolean {
  const digits = text.replaceAll(/[^0-9]+/g, '');
  if (!card.test(digits)) return false;
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, at) => total + luhn(Number(digit) * (at % 2 === 0 ? 1 : 2)), 0);
  return sum % 10 === 0;
}

function luhn(number: number): number {
  return number >= 10 ? (number % 10) + 1 : number;
}
