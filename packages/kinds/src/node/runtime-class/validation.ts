import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type core, type node } from '@podlint/model';
import {
  type Context,
  FirstUses,
  checkName,
  dnsLabelProblem,
  dnsSubdomainProblem,
  related,
  reportedUnder,
  requireName,
  requireUnchanged,
  validateLabels,
  validateOverhead,
  validateTolerations,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('runtime-class', {
  'toleration-twice': 'Another toleration is about the same taints. Remove one.',
});

type RuntimeClass = Decoded<node.RuntimeClass>;
type Toleration = Decoded<core.Toleration>;

const root = FieldPath.root;
const overheadPath = root.child('overhead');
const schedulingPath = root.child('scheduling');

/** Before, a handler that is not set was one whose name does not fit. */
const handlerRequiredSince: Minor = 36;
/** Before, the server said the name of the list twice. */
const tolerationsNamedOnceSince: Minor = 35;

/** pkg/registry/node/runtimeclass/strategy.go, and ValidateRuntimeClass in pkg/apis/node/validation. */
export const runtimeClassStrategy: Strategy<RuntimeClass> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  checksMetadata: 'plainly',
  validateCreate: validateRuntimeClass,
  validateUpdate(runtimeClass, old, context) {
    validateRuntimeClass(runtimeClass, context);
    requireUnchanged(runtimeClass, old, ['handler'], root, context);
  },
};

function validateRuntimeClass(runtimeClass: RuntimeClass, context: Context): void {
  const { handler = '', overhead, scheduling } = runtimeClass;
  const validateHandler = context.minor >= handlerRequiredSince ? requireName : checkName;
  validateHandler(handler, root.child('handler'), dnsLabelProblem, context);
  if (overhead) validateOverhead(overhead.podFixed ?? {}, overheadPath, overheadPath.child('podFixed'), context);
  validateLabels(scheduling?.nodeSelector, schedulingPath.child('nodeSelector'), context);
  validateSchedulingTolerations(scheduling?.tolerations ?? [], context);
}

/** validateTolerations. */
function validateSchedulingTolerations(tolerations: readonly Toleration[], context: Context): void {
  const path = schedulingPath.child('tolerations');
  const reported = context.minor >= tolerationsNamedOnceSince ? path : path.child('tolerations');
  reportedUnder(reported, path, context, () => {
    validateTolerations(tolerations, reported, context);
  });
  const uses = new FirstUses<number>();
  tolerations.forEach(({ key = '', operator = '', value = '', effect = '' }, i) => {
    const first = uses.record(JSON.stringify([key, operator, value, effect]), i);
    if (first !== undefined)
      context.report.duplicate(path.index(i), says['toleration-twice'](), {
        related: [{ field: path.index(first), message: related['first-one']() }],
      });
  });
}
