import type { Decoded, admissionregistration } from '@podlint/model';
import { fillAbsent } from '@podlint/model/defaults';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultMatchResources, failurePolicyDefault } from '../defaults.js';
import { lateChecks } from '../../late-checks.js';
import { warnAboutStaticSuffix } from '../static-suffix.js';
import { validatingAdmissionPolicyStrategy } from './validation.js';

export const validatingAdmissionPolicy: KindModule<Decoded<admissionregistration.ValidatingAdmissionPolicy>> = {
  kind: judgedKinds['admissionregistration.v1.ValidatingAdmissionPolicy'],
  strategy: validatingAdmissionPolicyStrategy,
  applyDefaults(policy, defaulting) {
    const spec = (policy.spec ??= {});
    fillAbsent(spec, failurePolicyDefault, defaulting);
    defaultMatchResources(spec.matchConstraints, defaulting);
  },
  warn: warnAboutStaticSuffix,
  notes: (policy, minor) => lateChecks().typeNotes(policy, minor),
};
