import { findKindByName } from '@podlint/model';
import { validateCreate } from '@podlint/kinds';
import type { FieldError } from '@podlint/validation';

/** A manifest as a test writes it down. */
export interface Manifest {
  readonly kind: string;
  readonly metadata?: { readonly name?: string };
  readonly [field: string]: unknown;
}

/** What the server of that version has against the creation of the object. */
export function fieldErrorsOf(manifest: Manifest, minor = 36): readonly FieldError[] {
  const kind = findKindByName(manifest.kind);
  if (!kind) throw new Error(`no kind ${manifest.kind}`);
  return validateCreate(kind, structuredClone(manifest), minor).errors;
}

/** The same as `FieldValueRequired spec.containers`, each once, sorted. */
export function errorsOf(manifest: Manifest, minor = 36): string[] {
  return [...new Set(fieldErrorsOf(manifest, minor).map(({ type, field }) => `${type} ${field.toString()}`))].sort();
}
