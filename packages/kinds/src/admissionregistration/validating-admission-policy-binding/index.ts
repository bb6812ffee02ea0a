import type { Decoded, admissionregistration } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { defaultMatchResources } from '../defaults.js';
import { warnAboutStaticSuffix } from '../static-suffix.js';
import { validatingAdmissionPolicyBindingStrategy } from './validation.js';

export const validatingAdmissionPolicyBinding: KindModule<
  Decoded<admissionregistration.ValidatingAdmissionPolicyBinding>
> = {
  kind: judgedKinds['admissionregistration.v1.ValidatingAdmissionPolicyBinding'],
  strategy: validatingAdmissionPolicyBindingStrategy,
  applyDefaults({ spec }, defaulting) {
    defaultMatchResources(spec?.matchResources, defaulting);
  },
  warn: warnAboutStaticSuffix,
  references: [{ refersTo: objectNamed('ValidatingAdmissionPolicy'), fields: ['spec.policyName'] }],
};
