import type { LifeEvent } from '@podlint/kubelet/life';
import { own } from '@podlint/plain';
import { type Lane, type LaneChange, type Segment, segmentsBetween } from './lane.js';
import type { ToldPodLife } from './told-life.js';

/** Conditions where they tell more than the lanes above; and whether traffic comes, which is what Ready is for. */
export function conditionLanes({ events, outcome, hasInitContainers, hasGates }: ToldPodLife, until: number): Lane[] {
  // A Pod that is being deleted gets no new traffic, Ready or not: its EndpointSlices say so at once.
  const served = Math.min(until, outcome.deletedAt ?? until);
  return [
    ...(hasInitContainers ? [lane('Initialized', whileTrue('Initialized', events, until))] : []),
    ...(hasGates ? [lane('ContainersReady', whileTrue('ContainersReady', events, until))] : []),
    lane('traffic', whileTrue('Ready', events, served)),
  ];
}

function lane(name: string, segments: readonly Segment[]): Lane {
  return { name, segments, marks: [], chances: [] };
}

function whileTrue(condition: string, events: readonly LifeEvent[], until: number): Segment[] {
  const changes = events.flatMap((event): LaneChange[] => {
    const status = 'status' in event && event.t < until ? own(event.status, `condition ${condition}`) : undefined;
    return status === undefined ? [] : [{ at: event.t, kind: status === 'True' ? 'ready' : undefined }];
  });
  return segmentsBetween(changes, until);
}
