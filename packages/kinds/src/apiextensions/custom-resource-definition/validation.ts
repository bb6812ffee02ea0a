import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type apiextensions } from '@podlint/model';
import { type Context, dnsSubdomainProblem } from '@podlint/validation';
import { lateChecks } from '../../late-checks.js';
import type { Strategy } from '../../strategy.js';
import { dropOldSelf } from './old-self.js';

const says = defineMessages('custom-resource-definition', {
  'other-name': 'A CustomResourceDefinition is called after its plural and its group: name it "{required}".',
  unnamed: 'A CustomResourceDefinition is called after its plural and its group, and one of them is missing.',
});

type CustomResourceDefinition = Decoded<apiextensions.CustomResourceDefinition>;

const metadataPath = FieldPath.root.child('metadata');

/**
 * apiextensions-apiserver/pkg/registry/customresourcedefinition/strategy.go, and ValidateCustomResourceDefinition in
 * pkg/apis/apiextensions/validation. What is below spec is checked where schemas and rules are known.
 */
export const customResourceDefinitionStrategy: Strategy<CustomResourceDefinition> = {
  nameProblem: dnsSubdomainProblem,
  checksMetadata: 'plainly',
  countsGenerations: true,
  prepareForCreate: dropOldSelf,
  prepareForUpdate(definition, _old, context) {
    dropOldSelf(definition, context);
  },
  validateCreate(definition, context) {
    validateNames(definition, context);
    validateDefinition(definition, undefined, context);
  },
  validateUpdate: validateDefinition,
};

/** The name follows from the spec, so that a made-up one never fits. */
function validateNames(
  { metadata = {}, spec: { names, group } = {} }: CustomResourceDefinition,
  context: Context,
): void {
  const required = `${names?.plural ?? ''}.${group ?? ''}`;
  const message = names?.plural && group ? says['other-name']({ required }) : says.unnamed();
  for (const field of ['name', 'generateName'] as const) {
    const name = metadata[field];
    if (name && name !== required) context.report.invalid(metadataPath.child(field), message);
  }
}

function validateDefinition(
  definition: CustomResourceDefinition,
  old: CustomResourceDefinition | undefined,
  context: Context,
): void {
  const { errors } = context.report;
  for (const error of lateChecks().definitionErrors(definition, old, context.minor)) errors.push(error);
}
