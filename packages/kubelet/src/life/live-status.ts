import type { Condition, Phase } from '../pod-status/index.js';

interface Terminated {
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

/** What did not change is kept as it is, down to the whole status: most syncs find nothing new. */
export function withKept(before: LiveStatus, after: LiveStatus): LiveStatus {
  let same = before.containers.size === after.containers.size;
  const containers = new Map<string, LiveContainer>();
  for (const [name, status] of after.containers) {
    const old = before.containers.get(name);
    const kept = old && sameContainer(old, status) ? old : status;
    if (kept !== old) same = false;
    containers.set(name, kept);
  }
  const samePod = before.phase === after.phase && before.reason === after.reason;
  if (same && samePod && sameConditions(before.conditions, after.conditions)) return before;
  return { ...after, containers };
}

function sameConditions(before: readonly Condition[], after: readonly Condition[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ type, status, reason }, place) => {
      const other = after[place];
      return type === other?.type && status === other.status && reason === other.reason;
    })
  );
}

function sameContainer(a: LiveContainer, b: LiveContainer): boolean {
  return (
    a.containerId === b.containerId &&
    a.restartCount === b.restartCount &&
    a.ready === b.ready &&
    a.started === b.started &&
    sameState(a.state, b.state) &&
    sameState(a.lastState, b.lastState)
  );
}

function sameState(a: LiveState | undefined, b: LiveState | undefined): boolean {
  return (
    a?.waiting?.reason === b?.waiting?.reason &&
    a?.running?.startedAt === b?.running?.startedAt &&
    a?.terminated?.exitCode === b?.terminated?.exitCode &&
    a?.terminated?.reason === b?.terminated?.reason
  );
}
