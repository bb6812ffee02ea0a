import type { Decoded, scheduling } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultPriorityClass } from './defaults.js';
import { priorityClassStrategy } from './validation.js';

export const priorityClass: KindModule<Decoded<scheduling.PriorityClass>> = {
  kind: judgedKinds['scheduling.v1.PriorityClass'],
  strategy: priorityClassStrategy,
  applyDefaults: defaultPriorityClass,
};
