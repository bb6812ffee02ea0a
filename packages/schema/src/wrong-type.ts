import type { FieldPath } from '@podlint/field-path';
import type { JsonValue, NodeId } from '@podlint/syntax';
import type { Failure } from './check.js';
import { listFix, quoteFix, replaceFix, unquoteFix } from './fixes.js';
import { adviceForBytes } from './not-base64.js';
import type { ProblemFix, SchemaProblem } from './problem.js';
import { meantQuantity } from './quantity-slips.js';
import { valueProblem } from './report.js';
import { isObject, nodeAt, type ObjectSource } from './source.js';
import type { Field } from './structure.js';

/** What Go wants, in words. */
const wanted: Readonly<Record<string, string>> = {
  string: 'a string',
  boolean: 'true or false',
  int32: 'a whole number of 32 bits',
  int64: 'a whole number of 64 bits',
  'int-or-string': 'a whole number of 32 bits, or a string',
  quantity: 'a quantity such as "500m" or "128Mi"',
  time: 'a time such as "2026-01-31T12:00:00Z"',
  bytes: 'base64',
};

/** What to say about a value that Go cannot put into its field. */
export function wrongType(source: ObjectSource, failure: Failure): SchemaProblem {
  const { path, value, expected } = failure;
  if (expected.type === 'bytes' && !expected.shape) return notBase64(source, failure);
  const node = nodeAt(source, path);
  const reason = node === undefined ? '' : yamlReason(source, node, value, expected);
  return valueProblem(source, 'schema/wrong-type', path, {
    message: `"${fieldName(path)}" takes ${wantedText(expected)}, not ${givenText(value)}: the server cannot read the object at all.${reason}`,
    fixes: node === undefined ? [] : fixesFor(source, node, path, value, expected),
  });
}

function notBase64(source: ObjectSource, failure: Failure): SchemaProblem {
  const { path, value } = failure;
  const given = typeof value === 'string' ? 'this string' : givenText(value);
  const { text, fixes } = adviceForBytes(source, failure);
  return valueProblem(source, 'schema/wrong-type', path, {
    message: `"${fieldName(path)}" takes ${wanted.bytes}, not ${given}: the server cannot read the object at all.${text}`,
    fixes,
  });
}

/** `args[0]`, `image`, a label's key. */
function fieldName({ kind, segment, holder }: FieldPath): string {
  return kind === 'index' ? `${fieldName(holder)}[${segment}]` : String(segment);
}

function wantedText({ type, shape }: Field): string {
  if (shape === 'list')
    return type.includes('.')
      ? 'a list of mappings (each begins with "- ")'
      : `a list (each item begins with "- "), of which each is ${wanted[type]}`;
  if (shape === 'map') return `a mapping from names to values, of which each is ${wanted[type] ?? 'a mapping'}`;
  return wanted[type] ?? 'a mapping of fields';
}

function givenText(value: JsonValue): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'a mapping';
  if (typeof value === 'string')
    return value.length > 40 || value.includes('\n') ? 'this string' : `the string "${value}"`;
  return typeof value === 'number' ? `the number ${value}` : `the boolean ${value}`;
}

/** Why YAML made something else of the text than its author saw in it. */
function yamlReason({ document }: ObjectSource, node: NodeId, value: JsonValue, { type, shape }: Field): string {
  const text = document.scalarText(node);
  if (shape || text === undefined) return '';
  const plain = document.style(node) === 'plain';
  if (plain && typeof value !== 'string' && text !== String(document.value(node)))
    return ` Without quotes, ${text} is ${givenText(value)} in the YAML that Kubernetes reads.`;
  if (plain && typeof value !== 'string' && type === 'string') return ' It needs quotes to be a string.';
  return !plain && typeof value === 'string' && (type === 'boolean' || type.startsWith('int'))
    ? ' The quotes make it a string.'
    : '';
}

function fixesFor(
  source: ObjectSource,
  node: NodeId,
  path: FieldPath,
  value: JsonValue,
  { type, shape }: Field,
): ProblemFix[] {
  if (shape === 'list' && type === 'string') return typeof value === 'string' ? listFix(source, node) : [];
  if (shape) return [];
  if (typeof value === 'string') return unquoted(source, node, path, value, type);
  return type === 'string' && (typeof value === 'number' || typeof value === 'boolean') ? quoteFix(source, node) : [];
}

const wholeNumber = /^-?(?:0|[1-9]\d{0,17})$/;
const fileMode = /^0[0-7]{3}$/;
const booleans: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
};

/**
 * The number, boolean or quantity that a string plainly means. A file mode keeps its leading zero: YAML reads it as
 * octal.
 */
function unquoted(source: ObjectSource, node: NodeId, path: FieldPath, value: string, type: string): ProblemFix[] {
  const boolean = booleans[value.toLowerCase()];
  if (type === 'boolean') return boolean === undefined ? [] : replaceFix(source, node, boolean, 'safe');
  if (type === 'quantity') return quantityFix(source, node, value);
  const isNumber = wholeNumber.test(value) || (/mode$/i.test(String(path.segment)) && fileMode.test(value));
  const fits = type === 'int64' || Number(value) === (Number(value) | 0);
  return type.startsWith('int') && isNumber && fits ? unquoteFix(source, node) : [];
}

function quantityFix(source: ObjectSource, node: NodeId, value: string): ProblemFix[] {
  const meant = meantQuantity(value);
  return meant === undefined ? [] : replaceFix(source, node, meant, 'safe');
}
