import type { Environment, ObjectType } from '../../cel/environment.js';
import { variablesType, type PolicyVariable } from '../../cel/admission/variables.js';
import { dynType, type CelType } from '../../cel/types.js';
import { typeOfText } from '../bound-names.js';

/**
 * The variables of a policy with all that is known of their types. The server forgets which object one is: whoever
 * writes `variables.pod.spec.` wants its fields nevertheless.
 */
export function knownVariables(
  variables: readonly Partial<PolicyVariable>[],
  makeEnvironment: (variables: ObjectType) => Environment,
): ObjectType {
  const types = new Map<string, CelType>();
  const known: ObjectType = {
    name: variablesType.name,
    field: (name) => types.get(name),
    fieldNames: () => types.keys(),
  };
  const environment = makeEnvironment(known);
  for (const { name, expression } of variables)
    if (name !== undefined) types.set(name, typeOfText(expression ?? '', environment) ?? dynType);
  return known;
}
