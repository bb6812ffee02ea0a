import { FieldPath, type Kind, type Minor } from '@podlint/model';
import type { DefaultsRecorder } from '@podlint/model/defaults';
import {
  Context,
  type DroppedField,
  type FieldError,
  type KubernetesObject,
  type Warning,
  placedInManifest,
  validateObjectMeta,
} from '@podlint/validation';
import { moduleOf } from '../module-of.js';
import { prepareForCreate } from './prepare.js';
import { collectWarnings, warningsOfManifest } from './warnings.js';

export interface CreateResult {
  readonly errors: readonly FieldError[];
  /** Fields that the manifest sets and the server removes without a word, because their feature gate is off. */
  readonly dropped: readonly DroppedField[];
  /** What the server remarks on, if it takes the object. */
  readonly warnings: readonly Warning[];
}

/**
 * What the API server of that version says to the creation of a decoded object (rest.BeforeCreate, k8s.io/apiserver).
 * The object is changed on the way, as the server changes it: defaults are filled in (the recorder hears of each),
 * disabled fields dropped.
 */
export function validateCreate(
  kind: Kind,
  object: KubernetesObject,
  minor: Minor,
  recorder?: DefaultsRecorder,
): CreateResult {
  const context = new Context(minor);
  const manifestWarnings = warningsOfManifest(kind, object, minor);
  prepareForCreate(kind, object, context, recorder);
  const { strategy } = moduleOf(kind);
  validateObjectMeta(object.metadata ?? {}, FieldPath.root.child('metadata'), context, {
    namespaced: kind.scope === 'namespaced',
    nameProblem: strategy.nameProblem,
    generateNameProblem: strategy.generateNameProblem?.(context),
  });
  strategy.validateCreate(object, context);
  const errors = placedInManifest(context.report.errors, context.moved);
  const warnings = errors.length > 0 ? [] : [...manifestWarnings, ...collectWarnings(kind, object, minor)];
  return { errors, dropped: context.dropped, warnings };
}
