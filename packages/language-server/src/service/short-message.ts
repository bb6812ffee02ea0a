import { firstSentence } from '@podlint/messages';

export interface ShortMessage {
  /** What a list of problems has room for. */
  readonly short: string;
  /** What is left to say, for the hover. */
  readonly rest: string;
}

/** Letters; a list of problems is about as wide. */
const room = 95;
/** Nobody knows a name or a value by more of it, and the text beside it has all of it. */
const longestQuoted = 36;
/** Less than this says nothing. */
const shortest = 20;
/** What may follow on what is wrong: why, or what comes of it. */
const clause =
  /[:;] |, (?=(?:and|as|because|but|each|for|if|not|only|so|that|to|unless|until|when|where|whose|with|which|while)\b)|,? (?=\([^()]*\)$)/y;

/** A message in two: the first sentence, or as much of it as there is room for, and the rest. */
export function shortMessage(message: string): ShortMessage {
  const { first, rest } = firstSentence(message);
  const guessAt = first.lastIndexOf('; did you mean "');
  const said = clipped(guessAt < 0 ? first : first.slice(0, guessAt));
  const guess = guessAt < 0 ? '' : clipped(first.slice(guessAt));
  const end = said.length + guess.length <= room ? said.length : lastClause(said, room - guess.length);
  if (end === said.length) return { short: said + guess, rest };
  return { short: said.slice(0, end) + guess, rest: `… ${said.slice(end).replace(/^[:;,]? /, '')}. ${rest}`.trim() };
}

function clipped(text: string): string {
  return text.replace(/"([^"]*)"/g, (whole, value: string) =>
    value.length > longestQuoted ? `"${value.slice(0, 20)}…${value.slice(-8)}"` : whole,
  );
}

/** Where a clause begins: the last one within the room, or else the first; the whole length where there is none. */
function lastClause(text: string, within: number): number {
  let last = text.length;
  let isQuoted = false;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index];
    if (letter === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    clause.lastIndex = index;
    if (depth === 0 && index >= shortest && clause.test(text)) {
      if (index > within) return Math.min(last, index);
      last = index;
    }
    if (letter === '(') depth++;
    if (letter === ')') depth--;
  }
  return last;
}
