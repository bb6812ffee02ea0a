import { type Decoded, FieldPath, type core } from '@podlint/model';
import { dnsSubdomainProblem, validatePodTemplateSpec } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

type PodTemplate = Decoded<core.PodTemplate>;

/** pkg/registry/core/podtemplate/strategy.go and ValidatePodTemplate in pkg/apis/core/validation. */
export const podTemplateStrategy: Strategy<PodTemplate> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
  validateCreate({ template = {} }, context) {
    validatePodTemplateSpec(template, FieldPath.root.child('template'), context);
  },
  validateUpdate({ template = {} }, _old, context) {
    validatePodTemplateSpec(template, FieldPath.root.child('template'), context);
  },
};
