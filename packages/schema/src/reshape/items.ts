import type { Minor } from '@podlint/model';
import { own, setOwn } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import { isObject } from '../source.js';
import { definitionOf, fieldOf, type Field } from '../structure.js';
import { entryFields, itemTexts } from './shapes.js';
import { ownKeys, partOf, type Written } from './written.js';

type JsonObject = { [key: string]: JsonValue };

/** What a field takes of a value. */
export type Fit = (field: Field, name: string, written: Written, minor: Minor) => JsonValue | undefined;

/** A mapping whose entries were meant as the items of a list: `env: {LEVEL: debug}`. */
export function itemsOfEntries(type: string, written: Written, minor: Minor, fit: Fit): JsonObject[] | undefined {
  const keys = ownKeys(written);
  const items = keys?.map((key) => itemOfEntry(type, key, partOf(written, key), minor, fit)) ?? [];
  const known = items.filter((item) => item !== undefined);
  return keys !== undefined && known.length === keys.length && known.length > 0 ? known : undefined;
}

function itemOfEntry(
  type: string,
  key: string,
  part: Written | undefined,
  minor: Minor,
  fit: Fit,
): JsonObject | undefined {
  const [keyField, valueField] = own(entryFields, type) ?? [];
  const fields = definitionOf(type);
  if (keyField === undefined || !fields || !part) return undefined;
  if (part.value === null) return { [keyField]: key };
  if (isObject(part.value) && Object.keys(part.value).every((name) => Object.hasOwn(fields, name)))
    return { [keyField]: key, ...part.value };
  const field = valueField === undefined ? undefined : fieldOf(type, valueField, minor);
  const value = field && valueField !== undefined ? fit(field, valueField, part, minor) : undefined;
  return value === undefined || valueField === undefined ? undefined : { [keyField]: key, [valueField]: value };
}

/** An item that was written as one text: `- LEVEL=debug`. */
export function itemOfText(
  type: string,
  text: string,
  minor: Minor,
): { readonly value: JsonObject; readonly isCertain: boolean } | undefined {
  for (const { pattern, fields, whole } of own(itemTexts, type) ?? []) {
    const [, ...parts] = pattern.exec(text) ?? [];
    if (parts.length === 0) continue;
    const value: JsonObject = {};
    fields.forEach((name, index) => setOwn(value, name, partAs(type, name, parts[index] ?? '', minor)));
    return { value, isCertain: whole };
  }
  return undefined;
}

function partAs(type: string, name: string, text: string, minor: Minor): JsonValue {
  const field = fieldOf(type, name, minor);
  if (field?.shape === 'list') return [text];
  return field?.type.startsWith('int') ? Number(text) : text;
}
