import type { Condition, Phase } from '../pod-status/index.js';

export interface Terminated {
  readonly exitCode: number;
  readonly reason: string;
}

/** A container's state as the API has it. */
export interface LiveState {
  readonly waiting?: { readonly reason: string };
  readonly running?: { readonly startedAt: number };
  readonly terminated?: Terminated;
}

/** A container's status as the kubelet keeps it; a new one replaces it, it never changes. */
export interface LiveContainer {
  readonly name: string;
  /** Undefined: no container was made yet. */
  readonly containerId?: number | undefined;
  readonly restartCount: number;
  readonly ready: boolean;
  readonly started?: boolean | undefined;
  readonly state: LiveState;
  readonly lastState?: LiveState | undefined;
}

/** A Pod's status as the kubelet keeps it. */
export interface LiveStatus {
  readonly phase: Phase;
  readonly reason?: string | undefined;
  readonly conditions: readonly Condition[];
  readonly containers: ReadonlyMap<string, LiveContainer>;
}

export function conditionOf({ conditions }: LiveStatus, type: string): Condition | undefined {
  return conditions.find((condition) => condition.type === type);
}

export function hasEnded(phase: Phase): boolean {
  return phase === 'Succeeded' || phase === 'Failed';
}
