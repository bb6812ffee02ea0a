import type { Decoded, admissionregistration } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { defaultMatchResources } from '../defaults.js';
import { warnAboutStaticSuffix } from '../static-suffix.js';
import { mutatingAdmissionPolicyBindingStrategy } from './validation.js';

export const mutatingAdmissionPolicyBinding: KindModule<Decoded<admissionregistration.MutatingAdmissionPolicyBinding>> =
  {
    kind: judgedKinds['admissionregistration.v1.MutatingAdmissionPolicyBinding'],
    strategy: mutatingAdmissionPolicyBindingStrategy,
    applyDefaults({ spec }, defaulting) {
      defaultMatchResources(spec?.matchResources, defaulting);
    },
    warn: warnAboutStaticSuffix,
    references: [{ refersTo: objectNamed('MutatingAdmissionPolicy'), fields: ['spec.policyName'] }],
  };
