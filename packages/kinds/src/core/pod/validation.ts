import { type Decoded, FieldPath, type core } from '@podlint/model';
import { dnsSubdomainProblem, validatePodCreate, validatePodUpdate } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { completeNewPod } from './new-pod.js';

type Pod = Decoded<core.Pod>;

/** pkg/registry/core/pod/strategy.go and ValidatePodCreate in pkg/apis/core/validation. */
export const podStrategy: Strategy<Pod> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
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
