import type { Decoded, policy } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { dropBetaLabel } from './conversion.js';
import { podDisruptionBudgetStrategy } from './validation.js';

export const podDisruptionBudget: KindModule<Decoded<policy.PodDisruptionBudget>> = {
  kind: judgedKinds['policy.v1.PodDisruptionBudget'],
  strategy: podDisruptionBudgetStrategy,
  convertToInternal: dropBetaLabel,
};
