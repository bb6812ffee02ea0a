import { FieldPath, type Kind, type Minor, podTemplateOf } from '@podlint/model';
import {
  Context,
  type DroppedField,
  type FieldError,
  type KubernetesObject,
  optionsForUpdate,
  pathSegmentProblem,
  placedInManifest,
  validateObjectMeta,
  validateObjectMetaUpdate,
} from '@podlint/validation';
import { moduleOf } from '../module-of.js';
import { prepareForUpdate, prepareStored } from './prepare.js';

export interface UpdateResult {
  readonly errors: readonly FieldError[];
  /** Fields that the new manifest sets and the server removes without a word, because their feature gate is off. */
  readonly dropped: readonly DroppedField[];
}

/**
 * Whether the API server of that version would take `newObject` in the place of `oldObject`, which it has stored
 * (rest.BeforeUpdate, k8s.io/apiserver).
 * Both are decoded objects of the same kind; both are changed on the way, as by `validateCreate`.
 */
export function validateUpdate(
  kind: Kind,
  oldObject: KubernetesObject,
  newObject: KubernetesObject,
  minor: Minor,
): UpdateResult {
  prepareStored(kind, oldObject, new Context(minor));
  const newPod = podTemplateOf(kind, newObject) ?? {};
  const context = new Context(minor, optionsForUpdate(newPod, podTemplateOf(kind, oldObject) ?? {}, minor));
  prepareForUpdate(kind, newObject, oldObject, context);
  if (context.report.errors.length === 0) {
    validateMetadata(kind, newObject, oldObject, context);
    moduleOf(kind).strategy.validateUpdate(newObject, oldObject, context);
  }
  return { errors: placedInManifest(context.report.errors, context.moved), dropped: context.dropped };
}

/** validateCommonFields, apiserver/pkg/registry/rest/update.go. */
function validateMetadata(
  kind: Kind,
  { metadata = {} }: KubernetesObject,
  { metadata: oldMetadata = {} }: KubernetesObject,
  context: Context,
): void {
  const { strategy } = moduleOf(kind);
  const path = FieldPath.root.child('metadata');
  const { updateChecksName } = strategy;
  const checksName = typeof updateChecksName === 'function' ? updateChecksName(context) : updateChecksName;
  validateObjectMeta(metadata, path, context, {
    namespaced: kind.scope === 'namespaced',
    nameProblem: checksName ? (strategy.nameProblemIn?.(context) ?? strategy.nameProblem) : pathSegmentProblem,
    generateNameProblem: checksName ? undefined : pathSegmentProblem,
    finalizers: strategy.checksMetadata ? 'qualified' : 'with a domain',
  });
  validateObjectMetaUpdate(metadata, oldMetadata, path, context);
}
