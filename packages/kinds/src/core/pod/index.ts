import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import { warnAboutHostName } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';
import { endInTime } from './conversion.js';
import { defaultPod } from './defaults.js';
import { newPodStatus } from './new-status.js';
import { podStrategy } from './validation.js';

export const pod: KindModule<Decoded<core.Pod>> = {
  kind: judgedKinds['core.v1.Pod'],
  strategy: podStrategy,
  applyDefaults: defaultPod,
  convertToInternal: endInTime,
  newStatus: newPodStatus,
  warn: warnAboutHostName,
};
