import { judgedKinds } from '@podlint/schemas';
import { type Decoded, type core } from '@podlint/model';
import { defaultPod } from '@podlint/model/defaults';
import { podStrategy, warnAboutHostName } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';
import { endInTime } from './conversion.js';

export const pod: KindModule<Decoded<core.Pod>> = {
  kind: judgedKinds['core.v1.Pod'],
  strategy: podStrategy,
  applyDefaults: defaultPod,
  convertToInternal: endInTime,
  warn: warnAboutHostName,
};
