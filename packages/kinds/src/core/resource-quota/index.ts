import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultResourceQuota } from './defaults.js';
import { resourceQuotaStrategy } from './validation.js';
import { warnAboutResourceQuota } from './warnings.js';

export const resourceQuota: KindModule<Decoded<core.ResourceQuota>> = {
  kind: judgedKinds['core.v1.ResourceQuota'],
  strategy: resourceQuotaStrategy,
  applyDefaults: defaultResourceQuota,
  warn: warnAboutResourceQuota,
};
