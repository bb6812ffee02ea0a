export interface Clause {
  readonly letter: 's' | 'd' | 'f' | 'e' | 'b' | 'o' | 'x' | 'X';
  /** Digits behind the point, where they are given. */
  readonly precision: number | undefined;
}

/** A clause and the text before it. */
interface Part {
  readonly before: string;
  readonly clause: Clause;
  /** Which argument it writes. */
  readonly argument: number;
}

export type Format = { readonly clauses: readonly Part[]; readonly rest: string } | { readonly problem: string };

const clausePattern = /%(?:%|(?:\.([0-9]*))?([^]?))/g;
const largestPrecision = 1000;

/** Takes a format apart: `%s` and `%.2f`, and `%%` for a percent sign. */
export function partsOfFormat(text: string, argumentCount: number): Format {
  const clauses: Part[] = [];
  let before = '';
  let end = 0;
  for (const match of text.matchAll(clausePattern)) {
    before += text.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[0] === '%%') {
      before += '%';
      continue;
    }
    const problem = clauses.length >= argumentCount ? 'there are more clauses than arguments' : problemOf(match);
    if (problem !== undefined) return { problem };
    const clause: Clause = {
      letter: match[2] as Clause['letter'],
      precision: match[1] === undefined ? undefined : Number(match[1]),
    };
    clauses.push({ before, clause, argument: clauses.length });
    before = '';
  }
  return { clauses, rest: before + text.slice(end) };
}

function problemOf([, precision, letter = '']: RegExpExecArray): string | undefined {
  if (letter === '') return 'it ends within a clause';
  if (!'sdfebxXo'.includes(letter)) return `there is no clause %${letter}`;
  if (precision === undefined) return undefined;
  return precision === '' || Number(precision) > largestPrecision ? 'not a valid precision' : undefined;
}
