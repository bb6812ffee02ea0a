import type { LifeOutcome, RangedEvent } from '@podlint/kubelet/life';

/** A life with what it is of: plain data for words and pictures. */
export interface ToldLife {
  /** `Pod web` */
  readonly heading: string;
  /** `app crashes once`; of a scenario of one's own its text. */
  readonly title: string;
  /** As it is written behind `--life`. */
  readonly text: string;
  /** Of each container, its own or else the Pod's. */
  readonly restartPolicies: Readonly<Record<string, string>>;
  /** In the order of the spec, init containers first. */
  readonly containers: readonly string[];
  readonly events: readonly RangedEvent[];
  readonly outcome: LifeOutcome;
}
