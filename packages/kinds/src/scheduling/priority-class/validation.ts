import { type Message, defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type scheduling } from '@podlint/model';
import { type Context, dnsSubdomainProblem, requireUnchanged, validateChoice } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('priority-class', {
  'reserved-name': 'Names that begin with "{prefix}" are kept for Kubernetes: {problem}. Choose another name.',
  'unknown-name': 'Kubernetes has no such class',
  'other-value': 'this class has the value {value}',
  'not-default': 'this class is not the global default',
  'too-high': 'Values above {limit} are kept for Kubernetes. Use {limit} at most.',
  'value-settled': 'The value is settled when the class is created. Delete and recreate the class, or create another.',
  'no-policy': 'An empty preemptionPolicy says nothing. Set PreemptLowerPriority or Never, or remove the field.',
});

type PriorityClass = Decoded<scheduling.PriorityClass>;

const root = FieldPath.root;
const systemPrefix = 'system-';
/** HighestUserDefinablePriority, pkg/apis/scheduling/types.go. */
const highestPriority = 1_000_000_000;
const systemPriorities: ReadonlyMap<string, number> = new Map([
  ['system-cluster-critical', 2 * highestPriority],
  ['system-node-critical', 2 * highestPriority + 1000],
]);
const preemptionPolicies = ['PreemptLowerPriority', 'Never'];

/** pkg/registry/scheduling/priorityclass/strategy.go, and ValidatePriorityClass in pkg/apis/scheduling/validation. */
export const priorityClassStrategy: Strategy<PriorityClass> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
  validateCreate: validatePriorityClass,
  validateUpdate(priorityClass, old, context) {
    if ((priorityClass.value ?? 0) !== (old.value ?? 0))
      context.report.forbidden(root.child('value'), says['value-settled']());
    requireUnchanged(priorityClass, old, ['preemptionPolicy'], root, context);
  },
};

function validatePriorityClass(priorityClass: PriorityClass, { report }: Context): void {
  const { metadata: { name = '' } = {}, value = 0, preemptionPolicy } = priorityClass;
  if (name.startsWith(systemPrefix)) {
    const problem = systemProblem(name, priorityClass);
    if (problem)
      report.forbidden(root.child('metadata', 'name'), says['reserved-name']({ prefix: systemPrefix, problem }));
  } else if (value > highestPriority)
    report.forbidden(root.child('value'), says['too-high']({ limit: highestPriority }));
  if (preemptionPolicy !== undefined)
    validateChoice(preemptionPolicy, preemptionPolicies, root, 'preemptionPolicy', says['no-policy'], report);
}

/** IsKnownSystemPriorityClass, pkg/apis/scheduling/v1/helpers.go. */
function systemProblem(name: string, { value = 0, globalDefault = false }: PriorityClass): Message | undefined {
  const expected = systemPriorities.get(name);
  if (expected === undefined) return says['unknown-name']();
  if (value !== expected) return says['other-value']({ value: expected });
  return globalDefault ? says['not-default']() : undefined;
}
