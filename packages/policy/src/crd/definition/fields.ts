import { own } from '@podlint/plain';
import { isList, isObject, type Json } from '../values/json.js';

/** The fields of a decoded manifest: of their type, or not there. */
export function objectOf(object: Json, name: string): Json | undefined {
  const value = own(object, name);
  return isObject(value) ? value : undefined;
}

export function textOf(object: Json, name: string): string {
  const value = own(object, name);
  return typeof value === 'string' ? value : '';
}

export function textsOf(object: Json, name: string): readonly string[] {
  const value = own(object, name);
  return isList(value) ? value.map((item) => (typeof item === 'string' ? item : '')) : [];
}

export function objectsOf(value: unknown): readonly Json[] {
  return isList(value) ? value.map((item) => (isObject(item) ? item : {})) : [];
}
