import type { PatternText } from './pattern-text.js';
import { PatternFault, type Pattern } from './syntax.js';

const repeatLimit = 1000;

interface Bounds {
  readonly min: number;
  readonly max: number;
}

export interface Count extends Bounds {
  readonly greedy: boolean;
}

/** `*`, `+`, `?`, `{2,3}`, each with `?` behind it or not; undefined where none of them is next. */
export function parseCount(text: PatternText, swapGreed: boolean): Count | undefined {
  const bounds = parseBounds(text);
  if (!bounds) return undefined;
  const greedy = !text.accept('?');
  return { ...bounds, greedy: greedy !== swapGreed };
}

function parseBounds(text: PatternText): Bounds | undefined {
  if (text.accept('*')) return { min: 0, max: Infinity };
  if (text.accept('+')) return { min: 1, max: Infinity };
  if (text.accept('?')) return { min: 0, max: 1 };
  return text.next === '{' ? parseBraces(text) : undefined;
}

/** `{` is a character like others where no count follows. */
function parseBraces(text: PatternText): Bounds | undefined {
  const match = /^\{(0|[1-9][0-9]*)(,(0|[1-9][0-9]*)?)?\}/.exec(text.ahead(30));
  if (!match) return undefined;
  text.at += match[0].length;
  const min = Number(match[1]);
  const max = match[2] === undefined ? min : match[3] === undefined ? Infinity : Number(match[3]);
  if (min > repeatLimit || (max !== Infinity && max > repeatLimit) || min > max)
    throw new PatternFault('not a valid number of repetitions');
  return { min, max };
}

export function repeat(inner: Pattern | undefined, { min, max, greedy }: Count): Pattern {
  if (!inner) throw new PatternFault('nothing to repeat');
  const repetition: Pattern = { kind: 'repetition', inner, min, max, greedy };
  if ((min >= 2 || (max >= 2 && max !== Infinity)) && !isRepeatable(repetition, repeatLimit))
    throw new PatternFault('too many repetitions');
  return repetition;
}

/** Whether counted repetitions within each other come to no more than the limit (repeatIsValid). */
function isRepeatable(pattern: Pattern, limit: number): boolean {
  switch (pattern.kind) {
    case 'repetition': {
      const { min, max, inner } = pattern;
      const counted = min >= 2 || (max !== Infinity && max >= 2);
      const times = max === Infinity ? min : max;
      if (counted && times === 0) return true;
      if (counted && times > limit) return false;
      return isRepeatable(inner, counted ? Math.trunc(limit / times) : limit);
    }
    case 'sequence':
      return pattern.parts.every((part) => isRepeatable(part, limit));
    case 'choice':
      return pattern.options.every((option) => isRepeatable(option, limit));
    default:
      return true;
  }
}
