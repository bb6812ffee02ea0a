import type { DefaultsRecorder } from '@podlint/model/defaults';
import type { KubernetesObject } from '@podlint/validation';

/** Who takes part in the creation besides the strategy of the kind. */
export interface CreateSteps {
  /** Hears of each default. */
  readonly recorder?: DefaultsRecorder | undefined;
  /** What mutating admission does: between the defaults and the checks. */
  readonly admit?: ((object: KubernetesObject) => void) | undefined;
}
