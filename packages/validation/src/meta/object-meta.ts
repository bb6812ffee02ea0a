import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, meta } from '@podlint/model';
import type { Context } from '../context.js';
import { dnsLabelProblem } from '../formats.js';
import { validateFinalizerDomains, validateFinalizers } from './finalizers.js';
import { validateAnnotations, validateLabels } from './labels.js';
import { validateManagedFields } from './managed-fields.js';
import { type NameProblem, maskTrailingDash } from './names.js';
import { validateOwnerReferences } from './owner-references.js';

const says = defineMessages('metadata', {
  'negative-generation': 'The generation must not be negative. Leave it out: the server counts it.',
  'invalid-generate-name': '"{name}" cannot begin a name: {problem}.',
  'no-name':
    'The object has no name, so the server cannot store it. Set metadata.name, or metadata.generateName to have one made up.',
  'invalid-name': '"{name}" is not a name that this kind can have: {problem}.',
  'needless-namespace': 'This kind does not live in a namespace. Remove the field.',
  'no-namespace': 'This kind lives in a namespace. Name one.',
  'invalid-namespace': '"{namespace}" is not the name of a namespace: {problem}.',
});

export type ObjectMeta = Decoded<meta.ObjectMeta>;

export interface ObjectMetaRules {
  /** Whether objects of the kind live in a namespace. */
  readonly namespaced: boolean;
  readonly nameProblem: NameProblem;
  /** What generateName has to fit; not given: the kind's names, with a trailing "-". */
  readonly generateNameProblem?: NameProblem | undefined;
  /** Whether a finalizer needs a domain: so it is with the kinds that check metadata in pkg/apis/core/validation. */
  readonly finalizers: 'with a domain' | 'qualified';
}

/**
 * The metadata of an object that is created (ValidateObjectMeta, pkg/apis/core/validation and
 * apimachinery/pkg/api/validation/objectmeta.go).
 */
export function validateObjectMeta(
  metadata: ObjectMeta,
  path: FieldPath,
  context: Context,
  rules: ObjectMetaRules,
): void {
  validateNames(metadata, path, context, rules);
  validateNamespace(metadata, path, context, rules);
  if ((metadata.generation ?? 0) < 0) context.report.invalid(path.child('generation'), says['negative-generation']());
  const { labels, annotations, ownerReferences, finalizers, managedFields } = metadata;
  if (labels) validateLabels(labels, path.child('labels'), context);
  if (annotations) validateAnnotations(annotations, path.child('annotations'), context);
  if (ownerReferences) validateOwnerReferences(ownerReferences, path.child('ownerReferences'), context);
  if (finalizers) {
    validateFinalizers(finalizers, path.child('finalizers'), context);
    if (rules.finalizers === 'with a domain') validateFinalizerDomains(finalizers, path.child('finalizers'), context);
  }
  if (managedFields) validateManagedFields(managedFields, path.child('managedFields'), context);
}

function validateNames(metadata: ObjectMeta, path: FieldPath, context: Context, rules: ObjectMetaRules): void {
  const { generateName, name } = metadata;
  if (generateName) {
    const problem = rules.generateNameProblem
      ? rules.generateNameProblem(generateName)
      : rules.nameProblem(maskTrailingDash(generateName));
    if (problem)
      context.report.invalid(
        path.child('generateName'),
        says['invalid-generate-name']({ name: generateName, problem }),
      );
  }
  if (!name) {
    context.report.required(path.child('name'), says['no-name']());
    return;
  }
  const problem = rules.nameProblem(name);
  if (problem) context.report.invalid(path.child('name'), says['invalid-name']({ name, problem }));
}

function validateNamespace(metadata: ObjectMeta, path: FieldPath, context: Context, rules: ObjectMetaRules): void {
  const { namespace } = metadata;
  if (!rules.namespaced) {
    if (namespace) context.report.forbidden(path.child('namespace'), says['needless-namespace']());
    return;
  }
  if (!namespace) {
    context.report.required(path.child('namespace'), says['no-namespace']());
    return;
  }
  const problem = dnsLabelProblem(namespace);
  if (problem) context.report.invalid(path.child('namespace'), says['invalid-namespace']({ namespace, problem }));
}
