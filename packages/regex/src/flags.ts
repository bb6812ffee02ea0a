import type { PatternText } from './pattern-text.js';
import { PatternFault } from './syntax.js';

/** `(?imsU)` */
export interface Flags {
  readonly foldCase: boolean;
  readonly multiLine: boolean;
  readonly dotMatchesNewline: boolean;
  readonly swapGreed: boolean;
}

export const noFlags: Flags = { foldCase: false, multiLine: false, dotMatchesNewline: false, swapGreed: false };
const flagNames: ReadonlyMap<string, keyof Flags> = new Map([
  ['i', 'foldCase'],
  ['m', 'multiLine'],
  ['s', 'dotMatchesNewline'],
  ['U', 'swapGreed'],
]);

/** `i-s` of `(?i-s)` and `(?i-s:...)`: the flags that hold from there on. */
export function parseFlags(text: PatternText, before: Flags): Flags {
  let flags = before;
  let on = true;
  let any = false;
  for (; text.next !== ':' && text.next !== ')'; text.at++) {
    const name = flagNames.get(text.next);
    if (name) flags = { ...flags, [name]: on };
    else if (text.next === '-' && on) on = false;
    else throw new PatternFault('not a valid group');
    any = name !== undefined;
  }
  if (!on && !any) throw new PatternFault('not a valid group');
  return flags;
}
