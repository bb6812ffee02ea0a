import { type Micros, second } from './clock.js';

/** The sync loop ticks at every .75; housekeeping runs at every other of these (syncLoop, pkg/kubelet/kubelet.go). */
const tickOffset = (second * 3) / 4;
const housekeepingOffset = tickOffset + second;
const housekeepingPeriod = 2 * second;

/** The first tick after the moment. */
export function tickAfter(moment: Micros): Micros {
  return after(moment, tickOffset, second);
}

export function housekeepingAfter(moment: Micros): Micros {
  return after(moment, housekeepingOffset, housekeepingPeriod);
}

/** The last housekeeping up to the moment; before the first one it is long ago. */
export function lastHousekeeping(moment: Micros): Micros {
  return housekeepingAfter(moment) - housekeepingPeriod;
}

function after(moment: Micros, offset: Micros, period: Micros): Micros {
  return Math.max(0, Math.floor((moment - offset) / period) + 1) * period + offset;
}
