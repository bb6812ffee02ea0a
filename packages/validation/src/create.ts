import { type DefaultsRecorder, FieldPath, type Kind, type Minor } from '@podlint/model';
import { Context } from './context.js';
import type { FieldError } from './errors.js';
import { validateObjectMeta } from './meta/object-meta.js';
import { prepareForCreate } from './prepare.js';
import { strategyOf } from './strategies.js';
import type { KubernetesObject } from './strategy.js';
import type { DroppedField } from './strategy/removals.js';
import { placedInManifest } from './strategy/moved-items.js';
import { type Warning, collectWarnings, warningsOfManifest } from './warnings/index.js';

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
  const context = new Context(minor, undefined, recorder);
  const manifestWarnings = warningsOfManifest(kind, object, minor);
  prepareForCreate(kind, object, context);
  const strategy = strategyOf(kind);
  validateObjectMeta(object.metadata ?? {}, FieldPath.root.child('metadata'), context, {
    namespaced: true,
    nameProblem: strategy.nameProblem,
    generateNameProblem: strategy.generateNameProblem?.(context),
  });
  strategy.validateCreate(object, context);
  const errors = placedInManifest(context.report.errors, context.moved);
  const warnings = errors.length > 0 ? [] : [...manifestWarnings, ...collectWarnings(kind, object, minor)];
  return { errors, dropped: context.dropped, warnings };
}
