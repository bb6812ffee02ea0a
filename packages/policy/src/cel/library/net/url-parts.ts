import { bytesOf } from '../../values/bytes.js';
import { unescaped, unescapedBytes, type Url } from './url.js';

/** The host without port and brackets (URL.Hostname). */
export function hostnameOf(url: Url): string {
  return splitHost(url).hostname;
}

/** Digits, or nothing. */
export function portOf(url: Url): string {
  return splitHost(url).port;
}

function splitHost({ host }: Url): { readonly hostname: string; readonly port: string } {
  const match = /^([^]*):([0-9]*)$/.exec(host);
  const name = match ? match[1]! : host;
  const hostname = name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
  return { hostname, port: match ? match[2]! : '' };
}

/** Of these and `%` a path may be made as it is (validEncoded). */
const encodedPath = /^[A-Za-z0-9\-_.~!$&'()*+,;=:@/%[\]]*$/;
const plainInHost = /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]$/;
const plainInPath = /[A-Za-z0-9\-_.~$&+,/:;=@]/;

/** The path with escapes, as it was written where that is one way to write it (URL.EscapedPath). */
export function escapedPathOf({ rawPath }: Url): string {
  if (rawPath === '*' || encodedPath.test(rawPath)) return rawPath;
  return [...unescapedBytes(rawPath)].map(escapedByte).join('');
}

function escapedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return plainInPath.test(character) ? character : escape(byte);
}

function escape(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The parameters of the query; what cannot be read is left out (URL.Query). */
export function queryOf({ query }: Url): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    if (pair === '' || pair.includes(';')) continue;
    const equals = pair.indexOf('=');
    const key = unescaped(equals < 0 ? pair : pair.slice(0, equals), 'query');
    const value = unescaped(equals < 0 ? '' : pair.slice(equals + 1), 'query');
    if (typeof key !== 'string' || typeof value !== 'string') continue;
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return values;
}

/** The URL as Go writes it (URL.String). */
export function urlText(url: Url): string {
  const { scheme, opaque, query, emptyQuery, fragment } = url;
  const start = scheme === '' ? '' : `${scheme}:`;
  const path = opaque === '' ? authorityText(url) + escapedPathOf(url) : opaque;
  return `${start}${path}${emptyQuery || query !== '' ? `?${query}` : ''}${fragment === '' ? '' : `#${fragment}`}`;
}

function authorityText({ scheme, host, user, path, omitsHost }: Url): string {
  if (scheme === '' && host === '' && user === undefined) return '';
  if (omitsHost && host === '' && user === undefined) return '';
  if (host === '' && path === '' && user === undefined) return '';
  return `//${user === undefined ? '' : `${user}@`}${escapedHost(host)}`;
}

function escapedHost(host: string): string {
  return Array.from(host)
    .map((rune) => (plainInHost.test(rune) ? rune : [...bytesOf(rune)].map(escape).join('')))
    .join('');
}
