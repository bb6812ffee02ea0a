import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type flowcontrol, semanticEqual } from '@podlint/model';
import { type Context, dnsSubdomainProblem, firstDifference, requireName } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { mandatoryFlowSchemas } from './mandatory.js';
import { validateRules } from './rules.js';

const says = defineMessages('flow-schema', {
  'precedence-out-of-range': 'A precedence of {precedence} is not possible. Use 2 to {limit}.',
  'precedence-of-exempt': 'The precedence 1 is for the schema "exempt" alone. Use 2 or more.',
  fixed: 'The server has its own "{name}", and takes it in no other form. Choose another name.',
});

type FlowSchema = Decoded<flowcontrol.FlowSchema>;

const specPath = FieldPath.root.child('spec');
/** FlowSchemaMaxMatchingPrecedence, pkg/apis/flowcontrol/types.go. */
const maxPrecedence = 10_000;
const distinguisherMethods = ['ByUser', 'ByNamespace'];

/** pkg/registry/flowcontrol/flowschema/strategy.go, and ValidateFlowSchema in pkg/apis/flowcontrol/validation. */
export const flowSchemaStrategy: Strategy<FlowSchema> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
  updateChecksName: true,
  validateCreate: validateFlowSchema,
  validateUpdate(schema, _old, context) {
    validateFlowSchema(schema, context);
  },
};

function validateFlowSchema({ metadata: { name = '' } = {}, spec = {} }: FlowSchema, context: Context): void {
  const { distinguisherMethod, priorityLevelConfiguration, rules = [] } = spec;
  validatePrecedence(name, spec.matchingPrecedence ?? 0, context);
  const method = distinguisherMethod?.type ?? '';
  if (distinguisherMethod && !distinguisherMethods.includes(method))
    context.report.notSupported(specPath.child('distinguisherMethod', 'type'), method, distinguisherMethods);
  const levelPath = specPath.child('priorityLevelConfiguration', 'name');
  requireName(priorityLevelConfiguration?.name, levelPath, dnsSubdomainProblem, context);
  validateRules(rules, specPath.child('rules'), context);
  const mandatory = mandatoryFlowSchemas.get(name);
  if (mandatory && !semanticEqual(spec, mandatory, 'spec'))
    context.report.invalid(specPath, says.fixed({ name }), { at: firstDifference(spec, mandatory, specPath, 'spec') });
}

function validatePrecedence(name: string, precedence: number, { report }: Context): void {
  const path = specPath.child('matchingPrecedence');
  if (precedence <= 0 || precedence > maxPrecedence)
    report.invalid(path, says['precedence-out-of-range']({ precedence, limit: maxPrecedence }));
  else if (precedence === 1 && name !== 'exempt') report.invalid(path, says['precedence-of-exempt']());
}
