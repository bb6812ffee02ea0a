import type { LifeEvent, LifeOutcome } from '@podlint/kubelet/life';

/** A life with what it is of: plain data for words and pictures. */
export interface ToldLife {
  /** `Pod web` */
  readonly heading: string;
  /** `app crashes once`; of a scenario of one's own its text. */
  readonly title: string;
  /** As it is written behind `--life`. */
  readonly text: string;
  readonly restartPolicy: string;
  /** In the order of the spec, init containers first. */
  readonly containers: readonly string[];
  readonly events: readonly LifeEvent[];
  readonly outcome: LifeOutcome;
}
