/**
 * `waiting`: it does not run, but will; `unready`: it runs. Of probes: `starting`, the startup probe has not succeeded
 * yet; then what the others say.
 */
export type SegmentKind = 'waiting' | 'unready' | 'ready' | 'phase' | 'starting' | 'failing' | 'passing';
export type LaneMarkKind = 'exit' | 'lost' | 'done' | 'sigterm' | 'sigkill' | 'failed' | 'probeFailed';

export interface Segment {
  readonly kind: SegmentKind;
  readonly from: number;
  readonly to: number;
  /** Of a phase. */
  readonly label?: string;
}

/** From when on a lane is of another kind; undefined: nothing is drawn. */
export interface LaneChange {
  readonly at: number;
  readonly kind: SegmentKind | undefined;
  readonly label?: string;
}

/** What lies between changes, the last of which holds until the end. */
export function segmentsBetween(changes: readonly LaneChange[], end: number): Segment[] {
  return changes.flatMap(({ at, kind, label }, place) => {
    const to = changes[place + 1]?.at ?? end;
    return kind && to > at ? [{ kind, from: at, to, ...(label !== undefined && { label }) }] : [];
  });
}

/** Between which moments a container starts, where chance decides. */
export interface LaneChance {
  readonly from: number;
  readonly to: number;
}

export interface LaneMark {
  readonly kind: LaneMarkKind;
  readonly at: number;
}

/** A row of the picture; moments in seconds. */
export interface Lane {
  readonly name: string;
  readonly segments: readonly Segment[];
  readonly marks: readonly LaneMark[];
  readonly chances: readonly LaneChance[];
}

export interface LifeChart {
  readonly lanes: readonly Lane[];
  /** How far it goes. */
  readonly end: number;
  /** What the marks mean. */
  readonly marks: readonly { readonly kind: LaneMarkKind; readonly words: string }[];
  /** What is not drawn. */
  readonly note?: string;
}

/** Seconds. */
const leastLength = 60;
const afterLast = 1.1;

/** A little more than what is told. */
export function chartLength(last: number): number {
  return Math.max(leastLength, Math.ceil(last * afterLast));
}

/** A kubelet looks each second, whatever it does; what is wider is worth to be told. Seconds. */
const leastWidth = 2;

/** Whether chance decides of a moment by more than a beat of the kubelet. */
export function isWide({ from, to = Infinity }: { readonly from: number; readonly to?: number }): boolean {
  return to - from >= leastWidth;
}
