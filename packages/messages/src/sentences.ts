interface Split {
  readonly first: string;
  readonly rest: string;
}

/**
 * The first sentence of a message, with the name that was most likely meant, and what follows. A sentence ends at a full
 * stop before a blank and the start of another one; what stands in quotes is a name or a value and ends nothing.
 */
export function firstSentence(message: string): Split {
  const { first, rest } = splitAtEnd(message);
  const guess = /^Did you mean ("[^"]*"(?:(?:, | or )"[^"]*")*\?) ?/.exec(rest);
  return guess
    ? { first: `${first}; did you mean ${guess[1] ?? ''}`, rest: rest.slice(guess[0].length) }
    : { first, rest };
}

/** What follows the first sentence: why it matters, and what to do about it, which the last sentences say. */
export function reasonAndAdvice(rest: string): { readonly why: string; readonly advice: string } {
  const sentences = sentencesOf(rest);
  let first = sentences.length;
  while (first > 0 && isAdvice(sentences[first - 1] ?? '')) first--;
  const join = (some: readonly string[]): string => some.join(' ');
  return { why: join(sentences.slice(0, first)), advice: join(sentences.slice(first)) };
}

function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (let rest = text; rest !== '';) {
    const split = splitAtEnd(rest);
    sentences.push(split.rest === '' ? rest : `${split.first}.`);
    rest = split.rest;
  }
  return sentences;
}

/** The words that advice begins with, as every message that has some says what to do in the imperative. */
const imperatives: ReadonlySet<string> = new Set(
  'Add Align Ask Begin Build Change Check Choose Correct Create Decide Declare Define Delete Drop Encode End Fill For Give If Indent Keep Leave Let List Listen Lower Make Mend Merge Mount Move Name Probe Put Quote Raise Read Remove Rename Render Repair Repeat Replace Run Say Select Set Shorten Sort Split Start Take Upgrade Use Write'.split(
    ' ',
  ),
);

function isAdvice(sentence: string): boolean {
  const [word = ''] = /^\w+/.exec(sentence) ?? [];
  return imperatives.has(word);
}

function splitAtEnd(message: string): Split {
  let isQuoted = false;
  for (let index = 0; index < message.length; index++) {
    if (message[index] === '"') isQuoted = !isQuoted;
    if (isQuoted || !endsSentence(message, index)) continue;
    return { first: message.slice(0, index), rest: message.slice(index + 1).trim() };
  }
  return { first: message.replace(/\.$/, ''), rest: '' };
}

function endsSentence(message: string, index: number): boolean {
  return message[index] === '.' && message[index + 1] === ' ' && /[A-Z"`]/.test(message[index + 2] ?? '');
}
