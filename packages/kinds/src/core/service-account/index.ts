import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { serviceAccountStrategy } from './validation.js';
import { warnAboutServiceAccount } from './warnings.js';

export const serviceAccount: KindModule<Decoded<core.ServiceAccount>> = {
  kind: judgedKinds['core.v1.ServiceAccount'],
  strategy: serviceAccountStrategy,
  warn: warnAboutServiceAccount,
  references: [{ refersTo: objectNamed('Secret'), fields: ['secrets[].name', 'imagePullSecrets[].name'] }],
};
