import { own } from '@podlint/plain';
import { nearestNames } from '@podlint/plain/spelling';
import type { Message } from '@podlint/messages';
import { says } from '../messages.js';
import type { JsonValue } from '@podlint/syntax';
import type { KeyPath } from '../node/key-path.js';
import { goFloatText } from '../node/number-text.js';

/** A value that does not fit its field, or a field that does not exist. */
export interface DecodeProblem {
  readonly errorClass: 'field-type' | 'unknown-field';
  readonly message: Message;
  readonly path: KeyPath;
}

/** How strictly JSON is read into a type (encoding/json; sigs.k8s.io/yaml, Unmarshal). */
export interface DecodeRules {
  readonly unknownFields: 'refused' | 'ignored';
  /** `converted`: a number or boolean becomes the text where a text is wanted. */
  readonly numbersForTexts: 'refused' | 'converted';
}

/** Strictly enough for kustomization files (types/kustomization.go, Unmarshal). */
export const kustomizationRules: DecodeRules = { unknownFields: 'refused', numbersForTexts: 'refused' };
/** As a transformer or generator reads its own configuration. */
export const pluginRules: DecodeRules = { unknownFields: 'ignored', numbersForTexts: 'converted' };
/** As transformer configurations are read (loaddefaultconfig.go). */
export const configurationRules: DecodeRules = { unknownFields: 'refused', numbersForTexts: 'converted' };

interface DecodeContext {
  readonly rules: DecodeRules;
  readonly problems: DecodeProblem[];
}

type Read<T> = (value: JsonValue | undefined, path: KeyPath, context: DecodeContext) => T;

/** Makes a typed value of JSON as Go's encoding/json does; null and an absent value leave what is there without one. */
export type Decoder<T> = Read<T> & { readonly shape: Shape };

/** What a decoder takes, for who writes it. */
export type Shape =
  | { readonly type: 'text' | 'flag' | 'integer' | 'anything' }
  | { readonly type: 'list' | 'map'; readonly item: Shape }
  | { readonly type: 'struct'; readonly name: string; readonly fields: ReadonlyMap<string, Shape> };

function decoderOf<T>(shape: Shape, read: Read<T>): Decoder<T> {
  return Object.assign(read, { shape });
}

export function decode<T>(
  decoder: Decoder<T>,
  value: JsonValue | undefined,
  rules: DecodeRules,
): { value: T; problem: DecodeProblem | undefined } {
  const problems: DecodeProblem[] = [];
  const decoded = decoder(value, [], { rules, problems });
  return { value: decoded, problem: problems[0] };
}

function mismatch(context: DecodeContext, path: KeyPath, wanted: string, value: JsonValue): void {
  const types = { wanted, found: nameOf(value) };
  const message =
    path.length === 0 ? says['file-type'](types) : says['field-type']({ path: fieldText(path), ...types });
  context.problems.push({ errorClass: 'field-type', message, path });
}

/** A path as it is written in messages and steps: `images[0].newTag`. */
export function fieldText(path: KeyPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

function nameOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? `the text "${value}"` : String(value);
}

export const text = decoderOf({ type: 'text' }, (value, path, context): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (context.rules.numbersForTexts === 'converted' && typeof value !== 'object')
    return typeof value === 'number' && !Number.isSafeInteger(value) ? goFloatText(value, 32) : String(value);
  mismatch(context, path, 'a text', value);
  return '';
});

export const flag = decoderOf({ type: 'flag' }, (value, path, context): boolean => {
  if (typeof value === 'boolean') return value;
  if (value !== undefined && value !== null) mismatch(context, path, 'true or false', value);
  return false;
});

export const integer = decoderOf({ type: 'integer' }, (value, path, context): number => {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (value !== undefined && value !== null) mismatch(context, path, 'a whole number', value);
  return 0;
});

export const anything = decoderOf({ type: 'anything' }, (value): JsonValue | undefined => value);

/** A list; undefined where there is none, which is not the same as an empty one. */
export function list<T>(item: Decoder<T>): Decoder<T[] | undefined> {
  return decoderOf({ type: 'list', item: item.shape }, (value, path, context) => {
    if (value === undefined || value === null) return undefined;
    if (Array.isArray(value)) return value.map((inner, i) => item(inner, [...path, i], context));
    mismatch(context, path, 'a list', value);
    return undefined;
  });
}

export function record<T>(item: Decoder<T>): Decoder<Readonly<Record<string, T>> | undefined> {
  return decoderOf({ type: 'map', item: item.shape }, (value, path, context) => {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'object' && !Array.isArray(value))
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, item(inner, [...path, key], context)]),
      );
    mismatch(context, path, 'a map', value);
    return undefined;
  });
}

export type Fields<T> = { readonly [K in keyof T]-?: Decoder<T[K]> };

/**
 * A struct. Field names may be written in any case, as encoding/json takes them. `goName`: of its type in api/types, of
 * one that a kustomization file has.
 */
export function struct<T>(fields: Fields<T>, goName = ''): Decoder<T> {
  const names = new Map(Object.keys(fields).map((name) => [name.toLowerCase(), name as keyof T & string]));
  const shapes = new Map([...names.values()].map((name) => [name, fields[name].shape]));
  return decoderOf({ type: 'struct', name: goName, fields: shapes }, (value, path, context) => {
    const given = new Map<string, [string, JsonValue]>();
    if (value !== undefined && value !== null) {
      if (typeof value !== 'object' || Array.isArray(value)) mismatch(context, path, 'a map', value);
      else collectFields(value, names, given, path, context);
    }
    const decoded = [...names.values()].map((name) => {
      const [written, inner] = given.get(name) ?? [name, undefined];
      return [name, fields[name](inner, [...path, written], context)] as const;
    });
    return Object.fromEntries(decoded) as T;
  });
}

function collectFields(
  value: { [key: string]: JsonValue },
  names: ReadonlyMap<string, string>,
  given: Map<string, [string, JsonValue]>,
  path: KeyPath,
  context: DecodeContext,
): void {
  for (const key of Object.keys(value).sort()) {
    const name = names.get(key.toLowerCase());
    if (name !== undefined) given.set(name, [key, own(value, key)!]);
    else if (context.rules.unknownFields === 'refused')
      context.problems.push({
        errorClass: 'unknown-field',
        message: unknownField([...path, key], nearestNames(key, unset(names, value))[0]),
        path: [...path, key],
      });
  }
}

function unset(names: ReadonlyMap<string, string>, value: { [key: string]: JsonValue }): string[] {
  return [...names.values()].filter((name) => !Object.hasOwn(value, name));
}

function unknownField(path: KeyPath, near: string | undefined): Message {
  const written = { path: fieldText(path) };
  return near === undefined ? says['unknown-field'](written) : says['field-misspelt']({ ...written, near });
}

/**
 * A field of a struct that is embedded in another one: sigs.k8s.io/yaml looks only at the outer field's type when it
 * converts numbers to texts, and so leaves these as they are (yaml.go, convertToJSONableObject).
 */
export function embedded<T>(decoder: Decoder<T>): Decoder<T> {
  return decoderOf(decoder.shape, (value, path, { rules, problems }) =>
    decoder(value, path, { rules: { ...rules, numbersForTexts: 'refused' }, problems }),
  );
}

/** A struct behind a pointer: undefined where it is not given. */
export function optional<T>(decoder: Decoder<T>): Decoder<T | undefined> {
  return decoderOf(decoder.shape, (value, path, context) =>
    value === undefined || value === null ? undefined : decoder(value, path, context),
  );
}
