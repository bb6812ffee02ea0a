import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { defineMessages, followedBy, type Message } from '@podlint/messages';
import { replaceValue, type JsonValue, type NodeId } from '@podlint/syntax';
import type { Failure } from './check.js';
import { wordsFix } from './command-words.js';
import { listFix, quoteFix, replaceFix, unquoteFix } from './fixes.js';
import { adviceForBytes } from './not-base64.js';
import type { ProblemFix, SchemaProblem } from './problem.js';
import { meantQuantity } from './quantity-slips.js';
import { valueProblem } from './report.js';
import { reshapeFix } from './reshape/fix.js';
import { reshaped, type Reshaped } from './reshape/reshape.js';
import { isObject, nodeAt, valueAt, type ObjectSource } from './source.js';
import type { Field } from './structure.js';
import { givenValue, unnamedText, wantedType } from './value-words.js';

const says = defineMessages('wrong-type', {
  unreadable: '"{field}" takes {wanted}, not {given}. The server cannot read the object.',
  unquoted: 'Without quotes, {text} is {given} in the YAML that Kubernetes reads.',
  'needs-quotes': 'It needs quotes to be a string.',
  'has-quotes': 'The quotes make it a string.',
  'dash-missing': 'The "- " before "{name}" is missing.',
  under: 'It belongs under "{name}".',
  'too-deep': 'Its entries belong directly under "{name}".',
});

/** What to say about a value that Go cannot put into its field. */
export function wrongType(source: ObjectSource, failure: Failure): SchemaProblem {
  const { path, value, expected } = failure;
  if (expected.type === 'bytes' && !expected.shape) return notBase64(source, failure);
  const node = nodeAt(source, path);
  const message = says.unreadable({
    field: fieldName(path),
    wanted: wantedType(expected, value),
    given: givenValue(value),
  });
  if (node === undefined) return valueProblem(source, 'schema/wrong-type', path, { message });
  const { document, minor } = source;
  const shape = reshaped(expected, lastName(path), { document, node, value }, minor);
  const lifted = shape ? [] : liftFix(source, node, path, value, expected);
  const reason =
    lifted.length > 0
      ? says['too-deep']({ name: lastName(path.holder) })
      : (yamlReason(source, node, value, expected) ?? shapeReason(shape, value));
  const plain = fixesFor(source, node, path, value, expected);
  const fixes = [...plain, ...lifted];
  return valueProblem(source, 'schema/wrong-type', path, {
    message: followedBy(message, 'reason', reason),
    fixes: fixes.length > 0 || !shape ? fixes : reshapeFix(source, node, shape),
  });
}

/** The name of the field, or of the list that the value is an item of. */
function lastName({ kind, segment, holder }: FieldPath): string {
  return kind === 'index' ? lastName(holder) : String(segment);
}

function shapeReason(shape: Reshaped | undefined, value: JsonValue): Message | undefined {
  if (shape?.how === 'under') return says.under({ name: shape.under ?? '' });
  const [first] = shape?.how === 'item' && isObject(value) ? Object.keys(value) : [];
  return first === undefined ? undefined : says['dash-missing']({ name: first });
}

/** A selector's `matchLabels` in a mapping that takes the labels themselves. */
function liftFix(
  { document, json }: ObjectSource,
  node: NodeId,
  path: FieldPath,
  value: JsonValue,
  { type, shape }: Field,
): ProblemFix[] {
  const parent = document.parent(node);
  const holder = valueAt(json, path.holder);
  if (shape || type !== 'string' || path.segment !== 'matchLabels' || !isObject(value) || !isObject(holder)) return [];
  if (parent === undefined || document.mergeValues(node).length > 0) return [];
  const { matchLabels: _, ...others } = holder;
  const texts = document.children(node).map((child) => [String(document.key(child)), document.scalarText(child)]);
  if (texts.some(([, text]) => text === undefined)) return [];
  const edits = replaceValue(document, parent, { ...others, ...Object.fromEntries(texts) } as JsonValue);
  return edits ? [{ title: 'Take "matchLabels" away', safety: 'safe', edits }] : [];
}

function notBase64(source: ObjectSource, failure: Failure): SchemaProblem {
  const { path, value } = failure;
  const given = typeof value === 'string' ? unnamedText() : givenValue(value);
  const { message: advice, fixes } = adviceForBytes(source, failure);
  const message = says.unreadable({ field: fieldName(path), wanted: wantedType({ type: 'bytes' }, value), given });
  return valueProblem(source, 'schema/wrong-type', path, { message: followedBy(message, 'advice', advice), fixes });
}

/** `args[0]`, `image`, a label's key. */
function fieldName({ kind, segment, holder }: FieldPath): string {
  return kind === 'index' ? `${fieldName(holder)}[${segment}]` : String(segment);
}

/** Why YAML made something else of the text than its author saw in it. */
function yamlReason(
  { document }: ObjectSource,
  node: NodeId,
  value: JsonValue,
  { type, shape }: Field,
): Message | undefined {
  const text = document.scalarText(node);
  if (shape || text === undefined) return undefined;
  const plain = document.style(node) === 'plain';
  if (plain && typeof value !== 'string' && text !== String(document.value(node)))
    return says.unquoted({ text, given: givenValue(value) });
  if (plain && typeof value !== 'string' && type === 'string') return says['needs-quotes']();
  return !plain && typeof value === 'string' && (type === 'boolean' || type.startsWith('int'))
    ? says['has-quotes']()
    : undefined;
}

function fixesFor(
  source: ObjectSource,
  node: NodeId,
  path: FieldPath,
  value: JsonValue,
  { type, shape }: Field,
): ProblemFix[] {
  if (shape === 'list' && type === 'string')
    return typeof value === 'string'
      ? [...wordsFix(source, node, path, value), ...listFix(source, node)].slice(0, 1)
      : [];
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
  const boolean = own(booleans, value.toLowerCase());
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
