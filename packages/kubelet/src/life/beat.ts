import { type Micros, second } from './clock.js';

/** What chance decides of a kubelet: when it looks, counted from when the Pod reached it, and how long it waits. */
export interface Chance {
  /** When it relists first; then each second. */
  readonly relist: Micros;
  /** When its sync loop ticks first; then each second. */
  readonly tick: Micros;
  /** By how much it stretches its waits: 1, and up to half as much again (workerResyncIntervalJitterFactor, pkg/kubelet). */
  readonly stretch: number;
}

/** The kubelet of the recorded lives: relists at every .5, ticks at every .75, and never waits longer than it must. */
export const recordedChance: Chance = { relist: second / 2, tick: (second * 3) / 4, stretch: 1 };

/** Where the beat of a kubelet may fall: a second of relists and of ticks, in its ends and in its middle. */
const places = [0.02, 0.5, 0.98].map((place) => Math.round(place * second));

/** Kubelets that look at other moments, and stretch their waits not at all or as far as they may. */
export const otherChances: readonly Chance[] = [1, 1.5].flatMap((stretch) =>
  places.flatMap((relist) => places.map((tick) => ({ relist, tick, stretch }))),
);

const period = second;
const housekeepingPeriod = 2 * second;

/** When the periodic parts of a kubelet run. */
export class Beat {
  constructor(private readonly chance: Chance) {}

  /** Stretched, as the kubelet does with what it puts off. */
  wait(delay: Micros): Micros {
    return Math.round(delay * this.chance.stretch);
  }

  /** The last relist up to the moment. */
  relistBefore(moment: Micros): Micros {
    return moment - ((moment + period - this.chance.relist) % period);
  }

  /** The first tick of the sync loop after the moment (syncLoop, pkg/kubelet/kubelet.go). */
  tickAfter(moment: Micros): Micros {
    return after(moment, this.chance.tick, period);
  }

  /** Housekeeping runs at every other tick. */
  housekeepingAfter(moment: Micros): Micros {
    return after(moment, this.chance.tick + period, housekeepingPeriod);
  }

  /** The last housekeeping up to the moment; before the first one it is long ago. */
  housekeepingBefore(moment: Micros): Micros {
    return this.housekeepingAfter(moment) - housekeepingPeriod;
  }
}

function after(moment: Micros, offset: Micros, every: Micros): Micros {
  return Math.max(0, Math.floor((moment - offset) / every) + 1) * every + offset;
}
