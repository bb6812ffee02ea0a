import { bytesOf, lossyTextOf } from '../../values/bytes.js';
import { parseAddress } from './address.js';

/** A URL as Go's net/url takes it apart. */
export interface Url {
  readonly scheme: string;
  /** All behind the scheme, where no slash follows it: `urn:isbn:1`. */
  readonly opaque: string;
  /** As it is written between `//` and `@`, where there is an `@`. */
  readonly user: string | undefined;
  readonly host: string;
  /** Unescaped. */
  readonly path: string;
  /** As it was written. */
  readonly rawPath: string;
  readonly query: string;
  readonly emptyQuery: boolean;
  readonly fragment: string;
  readonly omitsHost: boolean;
}

/** Why a text is no URL. Expressions can see this text (`format.uri().validate()`), so it is the server's. */
export interface UrlFault {
  readonly fault: string;
}

/** ASCII's control characters (stringContainsCTLByte). */
function hasControl(text: string): boolean {
  return Array.from(text).some((sign) => sign < ' ' || sign === '\u007f');
}

/** url.ParseRequestURI: absolute, or a path from the root; nothing is a fragment. */
export function parseRequestUri(text: string): Url | UrlFault {
  const url = parse(text, true);
  return 'fault' in url ? { fault: `parse ${goQuoted(text)}: ${url.fault}` } : url;
}

/** What `url()` takes: a request URI, with its fragment apart. */
export function parseUrl(text: string): Url | UrlFault {
  const request = parseRequestUri(text);
  return 'fault' in request ? request : parseReference(text);
}

/** url.Parse: also what is relative to another URL. */
export function parseReference(text: string): Url | UrlFault {
  const hash = text.indexOf('#');
  const url = parse(hash < 0 ? text : text.slice(0, hash), false);
  const fragment = hash < 0 ? '' : text.slice(hash + 1);
  if ('fault' in url) return url;
  const fault = unescaped(fragment, 'fragment');
  return typeof fault === 'string' ? { ...url, fragment } : fault;
}

function goQuoted(text: string): string {
  return JSON.stringify(text);
}

const nothing: Url = {
  scheme: '',
  opaque: '',
  user: undefined,
  host: '',
  path: '',
  rawPath: '',
  query: '',
  emptyQuery: false,
  fragment: '',
  omitsHost: false,
};

function parse(text: string, request: boolean): Url | UrlFault {
  if (hasControl(text)) return { fault: 'net/url: invalid control character in URL' };
  if (text === '' && request) return { fault: 'empty url' };
  if (text === '*') return { ...nothing, path: '*', rawPath: '*' };
  const scheme = schemeOf(text);
  if (scheme === undefined) return { fault: 'missing protocol scheme' };
  const behind = scheme === '' ? text : text.slice(scheme.length + 1);
  const mark = behind.indexOf('?');
  const emptyQuery = mark >= 0 && mark === behind.length - 1;
  const rest = mark < 0 ? behind : behind.slice(0, mark);
  const url = { ...nothing, scheme: scheme.toLowerCase(), query: mark < 0 ? '' : behind.slice(mark + 1), emptyQuery };
  return rest.startsWith('/') ? parseRooted(url, rest, request) : parseRootless(url, rest, request);
}

/** Undefined: there is a colon and no scheme before it. */
function schemeOf(text: string): string | undefined {
  if (text.startsWith(':')) return undefined;
  return /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1] ?? '';
}

function parseRootless(url: Url, rest: string, request: boolean): Url | UrlFault {
  if (url.scheme !== '') return { ...url, opaque: rest };
  if (request) return { fault: 'invalid URI for request' };
  if (rest.split('/')[0]!.includes(':')) return { fault: 'first path segment in URL cannot contain colon' };
  return withPath(url, rest);
}

function parseRooted(url: Url, rest: string, request: boolean): Url | UrlFault {
  const hasAuthority = rest.startsWith('//') && (url.scheme !== '' || (!request && !rest.startsWith('///')));
  if (!hasAuthority) return withPath({ ...url, omitsHost: url.scheme !== '' }, rest);
  const slash = rest.indexOf('/', 2);
  const authority = parseAuthority(url.scheme, rest.slice(2, slash < 0 ? undefined : slash));
  return 'fault' in authority ? authority : withPath({ ...url, ...authority }, slash < 0 ? '' : rest.slice(slash));
}

function withPath(url: Url, rawPath: string): Url | UrlFault {
  const path = unescaped(rawPath, 'path');
  return typeof path === 'string' ? { ...url, path, rawPath } : path;
}

const userPattern = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;

function parseAuthority(scheme: string, authority: string): Pick<Url, 'user' | 'host'> | UrlFault {
  const at = authority.lastIndexOf('@');
  const host = parseHost(scheme, authority.slice(at + 1));
  if (typeof host !== 'string') return host;
  if (at < 0) return { user: undefined, host };
  const user = authority.slice(0, at);
  if (!userPattern.test(user)) return { fault: 'net/url: invalid userinfo' };
  const plain = unescaped(user, 'user');
  return typeof plain === 'string' ? { user, host } : plain;
}

function parseHost(scheme: string, host: string): string | UrlFault {
  const open = host.lastIndexOf('[');
  if (open > 0) return { fault: 'invalid IP-literal' };
  if (open === 0) return parseBracketed(host);
  const colon = scheme === 'http' || scheme === 'https' ? host.indexOf(':') : host.lastIndexOf(':');
  if (colon >= 0 && !isPort(host.slice(colon))) return badPort(host.slice(colon));
  return unescaped(host, 'host');
}

function badPort(port: string): UrlFault {
  return { fault: `invalid port ${goQuoted(port)} after host` };
}

function isPort(text: string): boolean {
  return /^(?::[0-9]*)?$/.test(text);
}

/** `[::1]:80` */
function parseBracketed(host: string): string | UrlFault {
  const close = host.lastIndexOf(']');
  if (close < 0) return { fault: "missing ']' in host" };
  const port = host.slice(close + 1);
  if (!isPort(port)) return badPort(port);
  const inner = host.slice(1, close);
  const zone = inner.indexOf('%25');
  const name = unescaped(zone < 0 ? inner : inner.slice(0, zone), 'host');
  const zoneName = zone < 0 ? '' : unescaped(inner.slice(zone), 'zone');
  if (typeof name !== 'string') return name;
  if (typeof zoneName !== 'string') return zoneName;
  const address = parseAddress(name + zoneName);
  if (!address) return { fault: 'invalid host' };
  return address.family === 4 ? { fault: 'invalid IP-literal' } : `[${name}${zoneName}]${port}`;
}

type Part = 'path' | 'user' | 'host' | 'zone' | 'query' | 'fragment';

/** What a host may hold unescaped besides letters, digits and what is not ASCII. */
const hostCharacter = /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]$/;

/** url.unescape: the bytes that a part stands for, each as one character where any was escaped. */
export function unescaped(text: string, part: Part): string | UrlFault {
  const fault = escapeFault(text, part);
  if (fault !== undefined) return { fault };
  const plain = part === 'query' ? text.replaceAll('+', ' ') : text;
  return plain.includes('%') ? lossyTextOf(unescapedBytes(plain)) : plain;
}

/** The bytes of a text in which all escapes are valid. */
export function unescapedBytes(text: string): Uint8Array {
  const pieces = text.split(/(%[0-9A-Fa-f]{2})/);
  return Uint8Array.from(pieces.flatMap((piece, at) => (at % 2 === 0 ? [...bytesOf(piece)] : [byteOf(piece)])));
}

function byteOf(escape: string): number {
  return Number.parseInt(escape.slice(1), 16);
}

function escapeFault(text: string, part: Part): string | undefined {
  const strict = part === 'host' || part === 'zone';
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character !== '%') {
      if (strict && character < '\u0080' && !hostCharacter.test(character))
        return `invalid character ${goQuoted(character)} in host name`;
      continue;
    }
    const escape = text.slice(at, at + 3);
    if (!/^%[0-9A-Fa-f]{2}$/.test(escape) || !isAllowedEscape(escape, part))
      return `invalid URL escape ${goQuoted(escape)}`;
    at += 2;
  }
  return undefined;
}

/** In a host only bytes that are not ASCII may be escaped, and the percent sign. */
function isAllowedEscape(escape: string, part: Part): boolean {
  if (escape === '%25') return true;
  if (part === 'host') return byteOf(escape) >= 0x80;
  if (part !== 'zone') return true;
  const character = String.fromCharCode(byteOf(escape));
  return character === ' ' || byteOf(escape) >= 0x80 || hostCharacter.test(character);
}
