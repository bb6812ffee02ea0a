import { Machine, type Match } from './machine.js';
import { parsePattern } from './parser.js';
import { compilePattern } from './program.js';
import { PatternFault } from './syntax.js';

/** A regular expression of RE2, which takes linear time whatever it is and whatever the text is. */
export class Regex {
  private readonly machine: Machine;

  /** Throws a PatternFault where the text is none. */
  constructor(pattern: string) {
    this.machine = new Machine(compilePattern(parsePattern(pattern)));
  }

  test(text: string): boolean {
    return this.machine.find(text, 0, true) !== undefined;
  }

  /** The leftmost match (Regexp.FindString); empty where there is none. */
  find(text: string): string {
    const match = this.machine.find(text, 0, false);
    return match ? text.slice(match.start, match.end) : '';
  }

  /** All matches that do not overlap, at most so many (Regexp.FindAllString); a negative limit is none. */
  findAll(text: string, limit: number): readonly string[] {
    const most = limit < 0 ? Infinity : limit;
    const matches: string[] = [];
    let previousEnd = -1;
    for (let at = 0; matches.length < most && at <= text.length;) {
      const match: Match | undefined = this.machine.find(text, at, false);
      if (!match) break;
      const empty = match.end === at;
      // An empty match right behind another is none.
      if (!empty || match.start !== previousEnd) matches.push(text.slice(match.start, match.end));
      at = empty ? at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) : match.end;
      previousEnd = match.end;
    }
    return matches;
  }
}

const kept = new Map<string, Regex | PatternFault>();
const keptLimit = 256;

/** Compiles a pattern, or says what is wrong with it; a few are kept. */
export function regexOf(pattern: string): Regex | PatternFault {
  const known = kept.get(pattern);
  if (known) return known;
  const made = compiled(pattern);
  if (kept.size >= keptLimit) kept.clear();
  kept.set(pattern, made);
  return made;
}

function compiled(pattern: string): Regex | PatternFault {
  try {
    return new Regex(pattern);
  } catch (fault) {
    if (fault instanceof PatternFault) return fault;
    throw fault;
  }
}

export { PatternFault };
