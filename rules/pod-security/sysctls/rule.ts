import { controlRule } from '../../kit/pod-security/control-rule.js';
import { fieldAt, pathOf, remove, type FixProposal } from '@podlint/engine/rule';
import { unsafe, type Violated } from '../../kit/pod-security/violated.js';

export default controlRule({
  id: 'pod-security/sysctls',
  summary: 'Kernel parameters beyond the safe ones, under baseline',
  brief: 'unsafe kernel parameters',
  outranks: ['security/unsafe-sysctls'],
  demand: 'Only kernel parameters that do not reach beyond the Pod are allowed.',
  mend: removedItem,
});

/** A parameter goes as a whole. */
function removedItem({ at, name, value }: Violated): FixProposal | undefined {
  const { holder } = pathOf(at);
  return typeof value === 'string' ? unsafe(`Remove ${value} of ${name}`, [remove(fieldAt(holder))]) : undefined;
}
