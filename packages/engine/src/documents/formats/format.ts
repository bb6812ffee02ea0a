import { own } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';

export type JsonObject = { readonly [key: string]: JsonValue };

/**
 * Files of other programs that live beside manifests. What a file holds says more than its name, which is asked last.
 */
export interface Format {
  /** As a reader calls such a file: `Compose file`. */
  readonly name: string;
  readonly ofMapping?: (root: JsonObject) => boolean;
  /** Of a list of at least one mapping and nothing else. */
  readonly ofList?: (items: readonly JsonObject[]) => boolean;
  /** Of a path with forward slashes. */
  readonly path?: RegExp;
}

export function isMapping(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function has(root: JsonObject, ...keys: readonly string[]): boolean {
  return keys.every((key) => own(root, key) !== undefined);
}

export function hasAny(root: JsonObject, ...keys: readonly string[]): boolean {
  return keys.some((key) => own(root, key) !== undefined);
}

/** The mappings of a list that holds at least one and nothing else. */
export function mappingsIn(value: JsonValue | undefined): readonly JsonObject[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every(isMapping) ? value : undefined;
}

export function listOf(value: JsonValue | undefined, test: (item: JsonObject) => boolean): boolean {
  return mappingsIn(value)?.every(test) ?? false;
}

/** Mappings by names, at least one of them and nothing else. */
export function tableOf(value: JsonValue | undefined, test: (item: JsonObject) => boolean): boolean {
  const entries = isMapping(value) ? Object.values(value) : [];
  return entries.length > 0 && entries.every((entry) => isMapping(entry) && test(entry));
}
