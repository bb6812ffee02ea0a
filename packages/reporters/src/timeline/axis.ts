import { seconds } from './numbers.js';
import { type Scale, lengthOf, position } from './scale.js';
import type { Symbols } from './symbols.js';

/** The last tick's number stands out from the axis. */
export const overhang = 2;

/** The axis of a picture in text, and the seconds under its ticks, behind so many columns for names. */
export function axisLines(scale: Scale, symbols: Symbols, indent: number): readonly [string, string] {
  return [' '.repeat(indent) + axisLine(scale, symbols), numbersLine(scale, indent)];
}

function axisLine({ ticks, unitsPerTick }: Scale, { axis }: Symbols): string {
  const between = axis.line.repeat(unitsPerTick - 1);
  return (
    axis.first +
    Array.from({ length: ticks }, (_, index) => between + (index === ticks - 1 ? axis.last : axis.tick)).join('')
  );
}

/** The seconds under their ticks; one that would touch the one before is left out. */
function numbersLine(scale: Scale, indent: number): string {
  const last = seconds(scale.ticks * scale.tick);
  const lastStart = Math.min(
    numberStart(scale, scale.ticks, last, indent),
    indent + lengthOf(scale) + 1 + overhang - last.length,
  );
  let line = '';
  for (let tick = 0; tick < scale.ticks; tick++) {
    const number = String(tick * scale.tick);
    const start = numberStart(scale, tick, number, indent);
    if (start > line.length && start + number.length < lastStart) line = line.padEnd(start) + number;
  }
  return line.padEnd(lastStart) + last;
}

function numberStart(scale: Scale, tick: number, number: string, indent: number): number {
  return indent + position(scale, tick * scale.tick) - Math.floor((number.length - 1) / 2);
}
