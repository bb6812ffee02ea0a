import { FieldPath, type Kind, type Minor } from '@podlint/model';
import {
  Context,
  type DroppedField,
  type FieldError,
  type KubernetesObject,
  type Warning,
  placedInManifest,
  storeProblem,
  validateObjectMeta,
} from '@podlint/validation';
import { moduleOf } from '../module-of.js';
import type { CreateSteps } from './create-steps.js';
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
 * The object is changed on the way, as the server changes it: defaults are filled in, disabled fields dropped.
 */
export function validateCreate(
  kind: Kind,
  object: KubernetesObject,
  minor: Minor,
  steps: CreateSteps = {},
): CreateResult {
  const context = new Context(minor);
  const manifestWarnings = warningsOfManifest(kind, object, minor);
  prepareForCreate(kind, object, context, steps);
  if (context.report.errors.length === 0) validatePrepared(kind, object, context);
  if (context.report.errors.length === 0) tryToStore(object, context);
  const errors = placedInManifest(context.report.errors, context.moved);
  const warnings = errors.length > 0 ? [] : [...manifestWarnings, ...collectWarnings(kind, object, minor)];
  return { errors, dropped: context.dropped, warnings };
}

function tryToStore({ metadata = {} }: KubernetesObject, { report }: Context): void {
  const problem = storeProblem(metadata);
  if (problem) report.internal(FieldPath.root.child('metadata', 'resourceVersion'), problem);
}

/** Metadata first, as most strategies do; a strategy that leaves it alone is asked before. */
function validatePrepared(kind: Kind, object: KubernetesObject, context: Context): void {
  const { strategy } = moduleOf(kind);
  if (strategy.checksMetadata !== 'no') validateMetadata(kind, object, context);
  strategy.validateCreate(object, context);
  if (strategy.checksMetadata === 'no' && context.report.errors.length === 0) validateMetadata(kind, object, context);
}

function validateMetadata(kind: Kind, { metadata = {} }: KubernetesObject, context: Context): void {
  const { strategy } = moduleOf(kind);
  validateObjectMeta(metadata, FieldPath.root.child('metadata'), context, {
    namespaced: kind.scope === 'namespaced',
    nameProblem: strategy.nameProblemIn?.(context) ?? strategy.nameProblem,
    generateNameProblem: strategy.generateNameProblem?.(context),
    finalizers: strategy.checksMetadata ? 'qualified' : 'with a domain',
  });
}
