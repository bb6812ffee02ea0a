import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { isPodItself } from '../../pod-place.js';
import { FirstUses } from '../first-uses.js';
import { validateContainerCommon } from './common.js';
import { validateUniqueHostPorts, type HostPortUses } from './host-ports.js';
import { validateImagePadding } from './image.js';
import { validateUniqueName, type ContainerNames } from './names.js';
import type { Container, PodFacts } from './pod-facts.js';
import { validateLifecycle } from './lifecycle.js';
import { validateProbes } from './probes.js';
import { validateContainerRestartPolicy } from './restart-policy.js';

const says = defineMessages('regular-container', {
  none: 'The Pod has no containers, so there is nothing to run. Add at least one with a name and an image.',
  'restart-policy':
    'A container follows the restartPolicy of the Pod in this version. Only an init container may have one, "Always", to be a sidecar.',
});

/** spec.containers; answers their names, which init containers must not take again (validateContainers). */
export function validateRegularContainers(facts: PodFacts, context: Context): ContainerNames {
  const names: ContainerNames = new FirstUses();
  const listPath = facts.specPath.child('containers');
  const containers = facts.spec.containers ?? [];
  if (containers.length === 0) context.report.required(listPath, says.none());
  const hostPorts: HostPortUses = new FirstUses();
  containers.forEach((container, i) => {
    const path = listPath.index(i);
    validateContainerCommon(container, path, facts, context);
    validateUniqueName(container.name ?? '', path, names, context);
    validateRegularContainer(container, path, facts, context);
    validateUniqueHostPorts(container, { path, reported: path }, hostPorts, context);
  });
  return names;
}

function validateRegularContainer(container: Container, path: FieldPath, facts: PodFacts, context: Context): void {
  if (container.lifecycle) validateLifecycle(container.lifecycle, path.child('lifecycle'), facts, context);
  validateProbes(container, path, context);
  if (context.options.allowContainerRestartPolicyRules) validateContainerRestartPolicy(container, path, context);
  else if (container.restartPolicy !== undefined) {
    context.report.forbidden(path.child('restartPolicy'), says['restart-policy']());
  }
  if (isPodItself(facts.specPath)) validateImagePadding(container, path, context);
}
