import { own } from '@podlint/plain';
import type { Field } from '@podlint/schema';

const scalarNames: Readonly<Record<string, string>> = {
  int32: 'integer of 32 bits',
  int64: 'integer of 64 bits',
  'int-or-string': 'number or string',
  bytes: 'base64',
  raw: 'any value',
  time: 'time (RFC 3339)',
  strings: 'list of string',
  'micro-time': 'time (RFC 3339, with microseconds)',
  'schema-or-bool': 'JSON schema or boolean',
  'schema-or-list': 'JSON schema or list of them',
  'schema-or-texts': 'JSON schema or list of string',
};

/** `list of Container`, `map of quantity` */
export function typeWords({ type, shape }: Field): string {
  const word = type.includes('.') ? type.slice(type.lastIndexOf('.') + 1) : (own(scalarNames, type) ?? type);
  return shape === undefined ? word : `${shape} of ${word}`;
}
