import { scalarToText } from '@podlint/syntax';
import type { CursorPlace } from '../../cursor/cursor-place.js';
import {
  allowedBy,
  customFields,
  customTypeWords,
  hasCustomFields,
  isScalar,
  itemsOf,
  type CustomField,
  type CustomSchema,
} from '../../knowledge/custom-schema.js';
import { CustomLayout } from './custom-layout.js';
import type { Style } from './layout.js';
import { Kind, type Proposal } from './proposal.js';
import { literal } from './snippet.js';

/** What could be written at a place of a custom resource, by its definition. */
export function customProposals(place: CursorPlace, { schema }: CustomField, style: Style): Proposal[] {
  const { target, path } = place;
  const isObject = path.length === 0;
  if (target.what === 'value') return isScalar(schema) ? valuesOf(schema, place, style) : nested(schema, place, style);
  if (itemsOf(schema)) return itemProposals(itemsOf(schema)!, place, style);
  if (hasCustomFields(schema) || isObject) {
    const fields = fieldProposals(schema, place, style, isObject);
    return target.dash === 'missing' ? fields.map(asItem) : fields;
  }
  const values = valuesOf(schema, place, style);
  return target.dash === 'missing' ? values.map(asItem) : values;
}

/** Behind the colon of a field with fields or items: they stand below it. */
function nested(schema: CustomSchema, place: CursorPlace, style: Style): Proposal[] {
  if (style.form !== 'block') return [];
  const inner = { ...place, siblings: [], target: { ...place.target, hasColon: false } };
  const items = itemsOf(schema);
  const proposals = items ? itemProposals(items, inner, style) : fieldProposals(schema, inner, style, false);
  const by = ' '.repeat(items ? style.listStep : style.step);
  return proposals.map((proposal) => ({ ...proposal, text: `\n${proposal.text}`.replaceAll('\n', `\n${by}`) }));
}

function itemProposals(items: CustomSchema, place: CursorPlace, style: Style): Proposal[] {
  const fields = hasCustomFields(items) ? fieldProposals(items, { ...place, siblings: [] }, style, false) : [];
  return [...fields, ...(isScalar(items) ? valuesOf(items, place, style) : [])].map(asItem);
}

function asItem(proposal: Proposal): Proposal {
  return { ...proposal, label: `- ${proposal.label}`, text: `- ${proposal.text.replaceAll('\n', '\n  ')}` };
}

/** The fields that can still be written, those that have to be there first. */
function fieldProposals(schema: CustomSchema, place: CursorPlace, style: Style, isObject: boolean): Proposal[] {
  const { siblings, target } = place;
  return customFields(schema, isObject)
    .filter(({ name }) => !siblings.includes(name) && !(isObject && name === 'status'))
    .map((field) => ({
      label: field.name,
      kind: Kind.field,
      text: target.hasColon ? keyText(field.name, style) : new CustomLayout(style).field(field).join('\n'),
      detail: [customTypeWords(field.schema), ...(field.isRequired ? ['required'] : [])].join(', '),
      rank: field.isRequired ? '1' : '2',
    }));
}

function keyText(name: string, { form }: Style): string {
  return literal(form === 'json' ? JSON.stringify(name) : scalarToText(name));
}

function valuesOf(schema: CustomSchema, { target }: CursorPlace, { form }: Style): Proposal[] {
  const usual = schema['default'];
  const allowed = allowedBy(schema);
  const values = allowed.length > 0 || typeof usual === 'object' || usual === undefined ? allowed : [usual];
  return values.map((value, index) => {
    const isQuoted = target.quote !== '' && target.what === 'value';
    const text = typeof value !== 'string' || isQuoted ? String(value) : scalarToText(value);
    return {
      label: String(value),
      kind: allowed.length > 0 ? Kind.enumMember : Kind.value,
      text: literal(form === 'json' && !isQuoted ? JSON.stringify(value) : text),
      ...(value === usual && { detail: 'the default' }),
      rank: `1${String(index).padStart(3, '0')}`,
    };
  });
}
