import { byteCount } from '../cel/values/text.js';

/**
 * What keeps a text from being a name of a kind. An expression gets these texts as values and can compare them, so
 * they are a part of what the server computes (apimachinery, util/validation and api/validate/content).
 */
export type Complaints = readonly string[];

interface NameRule {
  readonly pattern: string;
  readonly rule: string;
  readonly examples: readonly string[];
}

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomain = `${label}(\\.${label})*`;
const alphanumericEnds = 'must start and end with an alphanumeric character';
const keyPattern = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const keyRule = `must consist of alphanumeric characters, '-', '_' or '.', and ${alphanumericEnds}`;

const label1123: NameRule = {
  pattern: label,
  rule: `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and ${alphanumericEnds}`,
  examples: ['my-name', '123-abc'],
};
const subdomain1123: NameRule = {
  pattern: subdomain,
  rule: `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and ${alphanumericEnds}`,
  examples: ['example.com'],
};
const label1035: NameRule = {
  pattern: '[a-z]([-a-z0-9]*[a-z0-9])?',
  rule: `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character`,
  examples: ['my-name', 'abc-123'],
};
const labelKey: NameRule = { pattern: keyPattern, rule: keyRule, examples: ['MyName', 'my.name', '123-abc'] };
const labelValue: NameRule = {
  pattern: `(${keyPattern})?`,
  rule: `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and ${alphanumericEnds}`,
  examples: ['MyValue', 'my_value', '12345'],
};

const matches = (pattern: string, text: string): boolean => new RegExp(`^(?:${pattern})$`).test(text);

function complaint({ pattern, rule, examples }: NameRule): string {
  const shown = examples.map((example) => `'${example}', `).join(' or ');
  return `${rule} (e.g. ${shown}regex used for validation is '${pattern}')`;
}

function tooLong(text: string, limit: number, unit: 'bytes' | 'characters'): Complaints {
  return byteCount(text) > limit ? [`must be no more than ${limit} ${unit}`] : [];
}

function fits(text: string, rule: NameRule): Complaints {
  return matches(rule.pattern, text) ? [] : [complaint(rule)];
}

export function complaintsOfLabel(text: string): Complaints {
  const dotted = !matches(label, text) && matches(subdomain, text);
  return [...tooLong(text, 63, 'characters'), ...(dotted ? ['must not contain dots'] : fits(text, label1123))];
}

export function complaintsOfSubdomain(text: string): Complaints {
  return [...tooLong(text, 253, 'characters'), ...fits(text, subdomain1123)];
}

export function complaintsOfLabel1035(text: string): Complaints {
  return [...tooLong(text, 63, 'characters'), ...fits(text, label1035)];
}

export function complaintsOfLabelValue(text: string): Complaints {
  return [...tooLong(text, 63, 'bytes'), ...fits(text, labelValue)];
}

export function complaintsOfQualifiedName(text: string): Complaints {
  const parts = text.split('/');
  if (parts.length > 2)
    return [
      `a valid label key ${complaint(labelKey)} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  const name = parts.at(-1)!;
  const ofName = name === '' ? ['must be non-empty'] : tooLong(name, 63, 'bytes');
  const named = [...ofName, ...fits(name, labelKey)].map((part) => `name part ${part}`);
  return [...(parts.length === 2 ? complaintsOfPrefix(parts[0]!) : []), ...named];
}

function complaintsOfPrefix(prefix: string): Complaints {
  const complaints = prefix === '' ? ['must be non-empty'] : complaintsOfSubdomain(prefix);
  return complaints.map((part) => `prefix part ${part}`);
}

/** Of what a generated name begins with the last hyphen does not count (maskTrailingDash). */
export function prefixOf(text: string): string {
  return text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text;
}
