import { defineMessages } from '@podlint/messages';
import type { FieldPath, Minor } from '@podlint/model';
import type { Context } from '../../context.js';
import { isPodItself } from '../../pod-place.js';
import { FirstUses } from '../first-uses.js';
import { validateContainerCommon } from './common.js';
import { validateUniqueHostPorts } from './host-ports.js';
import { validateImagePadding } from './image.js';
import { validateLifecycle } from './lifecycle.js';
import { validateUniqueName, type ContainerNames } from './names.js';
import type { Container, PodFacts } from './pod-facts.js';
import { probeFields, validateProbes } from './probes.js';
import { validateInitContainerRestartPolicy } from './restart-policy.js';

const says = defineMessages('init-container', {
  'lasting-field':
    'An init container cannot have a {field}: it runs once and ends. Remove it, or make the container a sidecar with restartPolicy "Always".',
  'resize-unsupported': 'Init containers cannot be resized in this version. Remove resizePolicy.',
  'restart-to-resize':
    'An init container runs once, and would run again if it were restarted to resize it. Set "NotRequired".',
});

/** From this version on, an init container that runs once cannot ask for a restart when it is resized. */
const resizeRestartForbiddenSince: Minor = 36;

/** What only a container that keeps running has a use for. */
const lastingFields = ['lifecycle', ...probeFields] as const;

/** spec.initContainers; `names` are those of the regular containers (validateInitContainers). */
export function validateInitContainers(names: ContainerNames, facts: PodFacts, context: Context): void {
  const containers = facts.spec.initContainers;
  if (!containers?.length) return;
  const listPath = facts.specPath.child('initContainers');
  containers.forEach((container, i) => {
    const path = listPath.index(i);
    validateContainerCommon(container, path, facts, context);
    validateInitContainerRestartPolicy(container, path, context);
    if (container.name || names.has('')) validateUniqueName(container.name ?? '', path, names, context);
    // Init containers run one after the other, so each can have the node's ports anew; the server reports it on the
    // first of them.
    if (container.ports)
      validateUniqueHostPorts(container, { path, reported: listPath.index(0) }, new FirstUses(), context);
    if (isSidecar(container)) validateSidecar(container, path, facts, context);
    else validateRunningOnce(container, path, context);
    validateResizePolicies(container, path, context);
    if (isPodItself(facts.specPath)) validateImagePadding(container, path, context);
  });
}

/** An init container that is restarted for as long as the pod lives. */
function isSidecar(container: Container): boolean {
  return container.restartPolicy === 'Always';
}

function validateSidecar(container: Container, path: FieldPath, facts: PodFacts, context: Context): void {
  if (container.lifecycle) validateLifecycle(container.lifecycle, path.child('lifecycle'), facts, context);
  validateProbes(container, path, context);
}

function validateRunningOnce(container: Container, path: FieldPath, context: Context): void {
  for (const field of lastingFields) {
    if (!container[field]) continue;
    context.report.forbidden(path.child(field), says['lasting-field']({ field }));
  }
}

function validateResizePolicies(container: Container, path: FieldPath, context: Context): void {
  const { resizePolicy } = container;
  const { options } = context;
  if (!resizePolicy?.length) return;
  if (!options.allowSidecarResizePolicy)
    context.report.invalid(path.child('resizePolicy'), says['resize-unsupported']());
  if (
    isSidecar(container) ||
    options.allowExistingRestartContainerForNonSidecarInitContainer ||
    context.minor < resizeRestartForbiddenSince
  )
    return;
  resizePolicy.forEach(({ restartPolicy }, i) => {
    if (restartPolicy !== 'RestartContainer') return;
    context.report.invalid(path.child('resizePolicy').index(i).child('restartPolicy'), says['restart-to-resize']());
  });
}
