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
  const containers = keptContainers(before.containers, after.containers);
  const conditions = sameConditions(before.conditions, after.conditions) ? before.conditions : after.conditions;
  const same = containers === before.containers && conditions === before.conditions;
  if (same && before.phase === after.phase && before.reason === after.reason) return before;
  return { ...after, containers, conditions };
}

function keptContainers(before: LiveStatus['containers'], after: LiveStatus['containers']): LiveStatus['containers'] {
  if (before === after) return before;
  let kept: Map<string, LiveContainer> | undefined;
  let equal = 0;
  for (const [name, status] of after) {
    const old = before.get(name);
    if (!old || (old !== status && !sameContainer(old, status))) continue;
    equal++;
    if (old !== status) (kept ??= new Map(after)).set(name, old);
  }
  return equal === before.size && equal === after.size ? before : (kept ?? after);
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

export function sameContainer(a: LiveContainer, b: LiveContainer): boolean {
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
