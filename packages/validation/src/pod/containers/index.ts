import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import type { PodVolumes } from '../volumes/index.js';
import { validateEphemeralContainers } from './ephemeral.js';
import { validateInitContainers } from './init.js';
import { gatherPodFacts, type PodSpec } from './pod-facts.js';
import { validateHostNetworkPorts } from './host-ports.js';
import { validateRegularContainers } from './regular.js';

/**
 * Everything that the API server checks in the three lists of containers of a pod's spec at `path`
 * (the part of ValidatePodSpec about containers, pkg/apis/core/validation/validation.go).
 */
export function validateContainers(spec: PodSpec, volumes: PodVolumes, path: FieldPath, context: Context): void {
  const facts = gatherPodFacts(spec, volumes, path);
  const names = validateRegularContainers(facts, context);
  validateInitContainers(names, facts, context);
  validateEphemeralContainers(facts, context);
  validateHostNetworkPorts(facts, context);
}

export { resourceClaimNames } from './pod-facts.js';
export { containerResourceNames, podResourceNames } from './resource-names.js';
export { validateResourceRequirements } from './resources.js';
