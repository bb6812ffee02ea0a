import { type Decoded, FieldPath, completeNewPod, type core } from '@podlint/model';
import { dnsSubdomainProblem } from '../formats.js';
import { validatePodCreate } from '../pod/create.js';
import { validatePodUpdate } from '../pod/update.js';
import type { Strategy } from '../strategy.js';

type Pod = Decoded<core.Pod>;

/** pkg/registry/core/pod/strategy.go and ValidatePodCreate in pkg/apis/core/validation. */
export const podStrategy: Strategy<Pod> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  prepareForCreate(pod, { minor }) {
    completeNewPod(pod, minor);
  },
  validateCreate(pod, context) {
    validatePodCreate(pod, FieldPath.root, context);
  },
  validateUpdate(pod, old, context) {
    validatePodUpdate(pod, old, FieldPath.root, context);
  },
};
