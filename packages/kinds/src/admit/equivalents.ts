import type { Kind, Minor } from '@podlint/model';
import type { JsonValue } from '@podlint/syntax';
import { moduleOf } from '../module-of.js';
import { decodeJson } from './decode.js';
import { servedForm } from './stored-form.js';

type Json = Readonly<Record<string, unknown>>;

/** The other versions that the server can convert objects of a kind to. */
export function equivalentKinds(kind: Kind): readonly Kind[] {
  return (moduleOf(kind).equivalents ?? []).map((equivalent) => equivalent.kind);
}

/** An object that is served in one version, as it is served in another one. */
export function convertObject(object: Json, from: Kind, to: Kind, minor: Minor): Record<string, unknown> {
  const equivalent = moduleOf(from).equivalents?.find(({ kind }) => kind === to);
  if (!equivalent) return { ...object };
  const { value } = decodeJson(equivalent.convert(object) as JsonValue, to, minor);
  return servedForm(to, value, minor);
}
