import type { Decoded, certificates } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { certificateSigningRequestStrategy } from './validation.js';

export const certificateSigningRequest: KindModule<Decoded<certificates.CertificateSigningRequest>> = {
  kind: judgedKinds['certificates.v1.CertificateSigningRequest'],
  strategy: certificateSigningRequestStrategy,
};
