import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { configMapKeyProblem, dnsSubdomainProblem } from '../../formats.js';
import { environmentFieldPaths } from '../downward-api.js';
import { validateFieldRef } from '../field-ref.js';
import { validateResourceFieldRef } from '../resource-field-ref.js';
import { envNameProblem } from './env-names.js';
import { validateFileKeyRef } from './file-key-ref.js';
import type { PodFacts } from './pod-facts.js';

const says = defineMessages('env', {
  'no-name': 'The environment variable has no name. Set it.',
  'invalid-name': '"{name}" cannot be the name of an environment variable: {problem}.',
  'no-source':
    'valueFrom does not say where the value comes from. Set one of fieldRef, resourceFieldRef, configMapKeyRef or secretKeyRef.',
  'value-and-source': 'The variable has both a value and a valueFrom, and can have only one of them. Remove the other.',
  value: 'the value is given here',
  'several-sources': 'valueFrom names several places, and the value can come from one only. Keep that one.',
  source: 'the value would come from {field}',
  'invalid-reference': '"{name}" cannot be the name of a {kind}: {problem}.',
  'no-reference': 'The reference does not name the {kind}. Set name.',
  'no-key': 'The reference does not say which key of the {kind} to read. Set key.',
  'invalid-key': '"{key}" cannot be a key of a {kind}: {problem}.',
});

type EnvVar = Decoded<core.EnvVar>;
type EnvVarSource = Decoded<core.EnvVarSource>;
type KeySelector = Decoded<core.ConfigMapKeySelector | core.SecretKeySelector>;

const sourceFields = [
  'fieldRef',
  'resourceFieldRef',
  'configMapKeyRef',
  'secretKeyRef',
  'fileKeyRef',
] as const satisfies readonly (keyof EnvVarSource)[];

/** ValidateEnv, pkg/apis/core/validation/validation.go. */
export function validateEnv(variables: readonly EnvVar[], path: FieldPath, facts: PodFacts, context: Context): void {
  variables.forEach((variable, i) => {
    validateVariableName(variable.name, i, path, context);
    if (!variable.valueFrom) return;
    validateSources(variable.valueFrom, path.index(i).child('valueFrom'), facts, context);
    validateSourceCount(variable, path.index(i), context);
  });
}

function validateVariableName(name: string | undefined, index: number, path: FieldPath, context: Context): void {
  if (!name) {
    context.report.required(path.index(index).child('name'), says['no-name']());
    return;
  }
  const problem = envNameProblem(name, context);
  if (problem) context.report.invalid(path.index(index).child('name'), says['invalid-name']({ name, problem }));
}

function validateSources(source: EnvVarSource, path: FieldPath, facts: PodFacts, context: Context): void {
  if (source.fieldRef) validateFieldRef(source.fieldRef, environmentFieldPaths, path.child('fieldRef'), context);
  if (source.resourceFieldRef)
    validateResourceFieldRef(source.resourceFieldRef, path.child('resourceFieldRef'), context);
  if (source.configMapKeyRef)
    validateKeySelector(source.configMapKeyRef, 'ConfigMap', path.child('configMapKeyRef'), context);
  if (source.secretKeyRef) validateKeySelector(source.secretKeyRef, 'Secret', path.child('secretKeyRef'), context);
  if (source.fileKeyRef) validateFileKeyRef(source.fileKeyRef, path.child('fileKeyRef'), facts, context);
}

function validateSourceCount({ value, valueFrom = {} }: EnvVar, path: FieldPath, context: Context): void {
  const count = countSources(valueFrom);
  if (count === 1 && !value) return;
  const { report } = context;
  const sourcePath = path.child('valueFrom');
  if (count === 0) {
    report.invalid(sourcePath, says['no-source']());
  } else if (value) {
    report.invalid(sourcePath, says['value-and-source'](), {
      related: [{ field: path.child('value'), message: says.value() }],
    });
  } else {
    report.invalid(sourcePath, says['several-sources'](), {
      related: sourceFields
        .filter((field) => valueFrom[field])
        .map((field) => ({ field: sourcePath.child(field), message: says.source({ field }) })),
    });
  }
}

function countSources(source: EnvVarSource): number {
  let count = 0;
  for (const field of sourceFields) if (source[field]) count++;
  return count;
}

/**
 * validateConfigMapKeySelector and validateSecretKeySelector: an absent name is an invalid one here, not a missing one.
 */
function validateKeySelector({ name = '', key }: KeySelector, kind: string, path: FieldPath, context: Context): void {
  const nameProblem = dnsSubdomainProblem(name);
  if (nameProblem)
    context.report.invalid(
      path.child('name'),
      name ? says['invalid-reference']({ name, kind, problem: nameProblem }) : says['no-reference']({ kind }),
    );
  if (!key) {
    context.report.required(path.child('key'), says['no-key']({ kind }));
    return;
  }
  const keyProblem = configMapKeyProblem(key);
  if (keyProblem) context.report.invalid(path.child('key'), says['invalid-key']({ key, kind, problem: keyProblem }));
}
