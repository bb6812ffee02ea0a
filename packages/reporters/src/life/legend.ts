import type { LaneMarkKind, LifeChart, SegmentKind } from './lane.js';

interface Entry<Kind> {
  readonly kind: Kind;
  readonly words: string;
}

/** A phase says itself what it is, and is in no legend. */
export const wordsOf: Readonly<Record<SegmentKind, string>> = {
  waiting: 'waits',
  unready: 'runs',
  ready: 'ready',
  starting: 'startup probe',
  failing: 'probe fails',
  passing: 'probes succeed',
  phase: '',
};
const legendKinds = ['waiting', 'unready', 'ready', 'starting', 'failing', 'passing'] as const;

/** What a picture has, and what it means. */
export function usedIn({ lanes, marks }: LifeChart): {
  readonly segments: readonly Entry<SegmentKind>[];
  readonly marks: readonly Entry<LaneMarkKind>[];
  readonly hasChances: boolean;
} {
  const drawn = new Set(lanes.flatMap((lane) => lane.segments.map(({ kind }) => kind)));
  const marked = new Set(lanes.flatMap((lane) => lane.marks.map(({ kind }) => kind)));
  return {
    segments: legendKinds.filter((kind) => drawn.has(kind)).map((kind) => ({ kind, words: wordsOf[kind] })),
    marks: marks.filter(({ kind }) => marked.has(kind)),
    hasChances: lanes.some(({ chances }) => chances.length > 0),
  };
}
