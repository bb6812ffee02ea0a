import { parseRequestUri } from '../net/url.js';
import { parseTimestamp } from '../../values/time.js';
import {
  complaintsOfLabel,
  complaintsOfLabel1035,
  complaintsOfLabelValue,
  complaintsOfQualifiedName,
  complaintsOfSubdomain,
  prefixOf,
  type Complaints,
} from '../../../names/names.js';

/** A format that texts are held against. */
export interface NamedFormat {
  readonly name: string;
  readonly validate: (text: string) => Complaints;
  /** How long upstream takes its regular expression for; the cost model counts with it. */
  readonly patternSize: number;
}

const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;
const time = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:.[0-9]+)?(?:z|[+-][0-9]{2}:[0-9]{2})$/u;

function isDate(text: string): boolean {
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && parseTimestamp(`${text}T00:00:00Z`) !== undefined;
}

/** strfmt.IsDateTime */
function isDateTime(text: string): boolean {
  const [date = '', clock] = text.toLowerCase().split('t');
  const match = clock === undefined ? null : time.exec(clock);
  return isDate(date) && match !== null && match[1]! <= '23' && match[2]! <= '59' && match[3]! <= '59';
}

const complain = (text: string, when: (text: string) => boolean) => (value: string) => (when(value) ? [] : [text]);

function complaintsOfUri(text: string): Complaints {
  const url = parseRequestUri(text);
  return 'fault' in url ? [url.fault] : [];
}

/** By the name of the function that gives it (apiserver/pkg/cel/library/format.go, ConstantFormats). */
export const formats: ReadonlyMap<string, NamedFormat> = new Map<string, NamedFormat>([
  ['dns1123Label', { name: 'DNS1123Label', validate: complaintsOfLabel, patternSize: 30 }],
  ['dns1123Subdomain', { name: 'DNS1123Subdomain', validate: complaintsOfSubdomain, patternSize: 60 }],
  ['dns1035Label', { name: 'DNS1035Label', validate: complaintsOfLabel1035, patternSize: 30 }],
  ['qualifiedName', { name: 'QualifiedName', validate: complaintsOfQualifiedName, patternSize: 60 }],
  [
    'dns1123LabelPrefix',
    { name: 'DNS1123LabelPrefix', validate: (text) => complaintsOfLabel(prefixOf(text)), patternSize: 30 },
  ],
  [
    'dns1123SubdomainPrefix',
    { name: 'DNS1123SubdomainPrefix', validate: (text) => complaintsOfSubdomain(prefixOf(text)), patternSize: 60 },
  ],
  [
    'dns1035LabelPrefix',
    { name: 'DNS1035LabelPrefix', validate: (text) => complaintsOfLabel1035(prefixOf(text)), patternSize: 30 },
  ],
  ['labelValue', { name: 'LabelValue', validate: complaintsOfLabelValue, patternSize: 40 }],
  ['uri', { name: 'URI', validate: complaintsOfUri, patternSize: 1103 }],
  [
    'uuid',
    { name: 'uuid', validate: complain('does not match the UUID format', (text) => uuid.test(text)), patternSize: 70 },
  ],
  ['byte', { name: 'byte', validate: complain('invalid base64', (text) => base64.test(text)), patternSize: 84 }],
  ['date', { name: 'date', validate: complain('invalid date', isDate), patternSize: 71 }],
  ['datetime', { name: 'datetime', validate: complain('invalid datetime', isDateTime), patternSize: 71 }],
]);
