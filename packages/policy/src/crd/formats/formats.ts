import { parseRequestUri } from '../../cel/library/net/url.js';
import { formats as namedFormats } from '../../cel/library/named-formats/formats.js';
import { complaintsOfLabel, complaintsOfSubdomain } from '../../names/names.js';
import type { Schema } from '../schema/schema.js';
import { isCidr, isCreditCard, isEmail, isHostname, isIpv4, isIpv6, isIsbn10, isIsbn13, isMac } from './checks.js';
import { parseLooseDuration } from './duration.js';

type Format = (text: string) => boolean;

const matching =
  (pattern: RegExp): Format =>
  (text) =>
    pattern.test(text);
const colour = '(?:0|[1-9][0-9]?|1[0-9][0-9]?|2[0-4][0-9]|25[0-5])';
const named =
  (name: string): Format =>
  (text) =>
    namedFormats.get(name)?.validate(text).length === 0;

/** Formats of texts, by their names without hyphens (apiextensions-apiserver/pkg/apiserver/validation/formats.go). */
const textFormats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['bsonobjectid', matching(/^[0-9a-f]{24}$/i)],
  ['uri', (text) => !('fault' in parseRequestUri(text))],
  ['email', isEmail],
  ['hostname', isHostname],
  ['ipv4', isIpv4],
  ['ipv6', isIpv6],
  ['cidr', isCidr],
  ['mac', isMac],
  ['uuid', named('uuid')],
  ['uuid3', matching(/^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i)],
  ['uuid4', matching(/^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i)],
  ['uuid5', matching(/^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i)],
  ['isbn', (text) => isIsbn10(text) || isIsbn13(text)],
  ['isbn10', isIsbn10],
  ['isbn13', isIsbn13],
  ['creditcard', isCreditCard],
  ['ssn', (text) => text.length === 11 && /^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}$/.test(text)],
  ['hexcolor', matching(/^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)],
  ['rgbcolor', matching(new RegExp(`^rgb\\(\\s*${colour}\\s*,\\s*${colour}\\s*,\\s*${colour}\\s*\\)$`))],
  ['byte', named('byte')],
  ['password', () => true],
  ['date', named('date')],
  ['duration', (text) => parseLooseDuration(text) !== undefined],
  ['datetime', named('datetime')],
  ['k8sshortname', (text) => complaintsOfLabel(text).length === 0],
  ['k8slongname', (text) => complaintsOfSubdomain(text).length === 0],
]);

const numberFormats: Readonly<Record<string, readonly string[]>> = {
  integer: ['int32', 'int64'],
  number: ['float', 'double'],
};

/** The format of a schema where the server knows it for its type; else empty: it is not looked at. */
export function knownFormat({ type, format, intOrString }: Schema): string {
  return format !== '' && formatIsKnown(intOrString ? '' : type, format) ? format : '';
}

/** GetUnrecognizedFormats. */
export function formatIsKnown(type: string, format: string): boolean {
  if (type === '' || type === 'string') return findTextFormat(format) !== undefined;
  return Object.hasOwn(numberFormats, type) && numberFormats[type]?.includes(format) === true;
}

export function findTextFormat(format: string): Format | undefined {
  return textFormats.get(format.replaceAll('-', ''));
}
