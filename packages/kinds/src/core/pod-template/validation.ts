import { type Decoded, FieldPath, type core } from '@podlint/model';
import { type Strategy, dnsSubdomainProblem, validatePodTemplateSpec } from '@podlint/validation';

type PodTemplate = Decoded<core.PodTemplate>;

/** pkg/registry/core/podtemplate/strategy.go and ValidatePodTemplate in pkg/apis/core/validation. */
export const podTemplateStrategy: Strategy<PodTemplate> = {
  nameProblem: dnsSubdomainProblem,
  validateCreate({ template = {} }, context) {
    validatePodTemplateSpec(template, FieldPath.root.child('template'), context);
  },
  validateUpdate({ template = {} }, _old, context) {
    validatePodTemplateSpec(template, FieldPath.root.child('template'), context);
  },
};
