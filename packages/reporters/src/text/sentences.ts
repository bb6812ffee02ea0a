/**
 * The first sentence of a message, and what follows it. A sentence ends at a full stop before a blank and the start of
 * another one; what stands in quotes is a name or a value and ends nothing.
 */
export function firstSentence(message: string): { readonly first: string; readonly rest: string } {
  let isQuoted = false;
  for (let index = 0; index < message.length; index++) {
    const char = message[index];
    if (char === '"') isQuoted = !isQuoted;
    if (isQuoted || !endsSentence(message, index)) continue;
    return { first: message.slice(0, index), rest: message.slice(index + 1).trim() };
  }
  return { first: message.replace(/\.$/, ''), rest: '' };
}

function endsSentence(message: string, index: number): boolean {
  return message[index] === '.' && message[index + 1] === ' ' && /[A-Z"`]/.test(message[index + 2] ?? '');
}
