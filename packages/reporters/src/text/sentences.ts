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
  const guess = /^Did you mean ("[^"]*"\?) ?/.exec(rest);
  return guess
    ? { first: `${first}; did you mean ${guess[1] ?? ''}`, rest: rest.slice(guess[0].length) }
    : { first, rest };
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
