import type { Decoded, flowcontrol } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultPriorityLevelConfiguration } from './defaults.js';
import { priorityLevelConfigurationStrategy } from './validation.js';

export const priorityLevelConfiguration: KindModule<Decoded<flowcontrol.PriorityLevelConfiguration>> = {
  kind: judgedKinds['flowcontrol.v1.PriorityLevelConfiguration'],
  strategy: priorityLevelConfigurationStrategy,
  applyDefaults: defaultPriorityLevelConfiguration,
};
