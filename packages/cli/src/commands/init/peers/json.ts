import { parseText, type JsonValue } from '@podlint/syntax';

/** What a YAML file of another program says; undefined for one that cannot be read. */
export function jsonIn(text: string): JsonValue | undefined {
  const [document] = parseText(text).documents;
  return document?.problems.length === 0 ? document.toJSON() : undefined;
}

export function fieldOf(value: JsonValue | undefined, key: string): JsonValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key)
    ? (value[key] ?? null)
    : null;
}

/** The texts of a list, or of one text with commas; none for anything else. */
export function textsOf(value: JsonValue): string[] {
  const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  return list.flatMap((item) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));
}

export function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
