/** A linear axis of seconds from 0 on, in whole units (columns or pixels) from tick to tick. */
export interface Scale {
  /** Seconds from tick to tick. */
  readonly tick: number;
  readonly ticks: number;
  /** Units from tick to tick. */
  readonly unitsPerTick: number;
}

const roundSteps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600];

/** The finest round axis up to `end` seconds that fits into so many units. */
export function scaleTo(
  end: number,
  { units, tick: leastTick }: { readonly units: number; readonly tick: number },
): Scale {
  const most = Math.max(1, Math.floor(units / leastTick));
  const longest = roundSteps.at(-1)!;
  const tick = roundSteps.find((step) => end / step <= most) ?? Math.ceil(end / most / longest) * longest;
  const ticks = Math.max(1, Math.ceil(end / tick));
  return { tick, ticks, unitsPerTick: Math.floor(units / ticks) };
}

/** Where a moment is on the axis, in whole units. */
export function position({ tick, unitsPerTick }: Scale, at: number): number {
  return Math.round((at / tick) * unitsPerTick);
}

export function lengthOf({ ticks, unitsPerTick }: Scale): number {
  return ticks * unitsPerTick;
}
