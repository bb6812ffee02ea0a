import { type Decoded, FieldPath, type Kind, type Minor, type core } from '@podlint/model';
import { Context } from './context.js';
import type { FieldError } from './errors.js';
import { validatePodSpec } from './pod/spec.js';

export interface CreateResult {
  readonly errors: readonly FieldError[];
}

/**
 * What the API server of that version says to the creation of a decoded object.
 * The object is changed on the way, as the server changes it: defaults are filled in, disabled fields dropped.
 */
export function validateCreate(_kind: Kind, object: Decoded<core.Pod>, minor: Minor): CreateResult {
  const context = new Context(minor);
  validatePodSpec(object.spec ?? {}, object.metadata ?? {}, FieldPath.root.child('spec'), context);
  return { errors: context.report.errors };
}
