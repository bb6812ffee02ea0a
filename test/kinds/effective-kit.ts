import { applyDefaults, convertToInternal, decode, kindModules, storedForm, validateCreate } from '@podlint/kinds';
import { findKindByName, type Kind } from '@podlint/model';
import { parseText } from '@podlint/syntax';
import { Context } from '@podlint/validation';

export type Json = Record<string, unknown>;

export const minor = 36;

export function kindOf(object: Json): Kind {
  const kind = findKindByName(String(object.kind));
  if (!kind) throw new Error(`no kind ${String(object.kind)}`);
  return kind;
}

/** The only object of a manifest, decoded. */
export function decodedObject(manifest: string): { kind: Kind; object: Json } {
  const document = parseText(manifest).documents[0]!;
  const json = document.toJSON() as Json;
  const kind = kindOf(json);
  return { kind, object: decode(document, document.root!, document.toJSON(), kind, minor).value };
}

/** The same, prepared as for a create request. */
export function createdObject(manifest: string): { kind: Kind; object: Json } {
  const { kind, object } = decodedObject(manifest);
  validateCreate(kind, object, minor);
  return { kind, object };
}

/** What the server stores of an object, disabled fields apart. */
export function stored(object: Json, version = minor): Json {
  const kind = kindOf(object);
  const copy = structuredClone(object);
  applyDefaults(kind, copy, version);
  convertToInternal(kind, copy);
  if (kind.kind === 'Pod') kindModules['core.v1.Pod']!.strategy.prepareForCreate?.(copy, new Context(version));
  return storedForm(kind, copy, version);
}
