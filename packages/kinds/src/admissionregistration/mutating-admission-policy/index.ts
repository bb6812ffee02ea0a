import type { Decoded, admissionregistration } from '@podlint/model';
import { fillAbsent } from '@podlint/model/defaults';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultMatchResources, failurePolicyDefault } from '../defaults.js';
import { warnAboutStaticSuffix } from '../static-suffix.js';
import { mutatingAdmissionPolicyStrategy } from './validation.js';

export const mutatingAdmissionPolicy: KindModule<Decoded<admissionregistration.MutatingAdmissionPolicy>> = {
  kind: judgedKinds['admissionregistration.v1.MutatingAdmissionPolicy'],
  strategy: mutatingAdmissionPolicyStrategy,
  applyDefaults(policy, defaulting) {
    const spec = (policy.spec ??= {});
    fillAbsent(spec, failurePolicyDefault, defaulting);
    defaultMatchResources(spec.matchConstraints, defaulting);
  },
  warn: warnAboutStaticSuffix,
};
