import { own } from '@podlint/plain';

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}' };

/** Where the bracket at an offset is closed, quotes and brackets of the same kind in it respected; -1: nowhere. */
export function closingBracket(script: string, open: number): number {
  const opening = script[open]!;
  let depth = 0;
  for (let at = open; at < script.length; at++) {
    const character = script[at]!;
    if (character === '\\') at++;
    else if (character === "'" && opening === '(') at = endOfQuotes(script, at);
    else if (character === '"') at = endOfQuotes(script, at);
    else if (character === opening) depth++;
    else if (character === own(closing, opening) && --depth === 0) return at;
  }
  return -1;
}

/** The closing quote of the one at an offset, or the end of the script. */
function endOfQuotes(script: string, open: number): number {
  for (let at = open + 1; at < script.length; at++) {
    if (script[at] === '\\' && script[open] === '"') at++;
    else if (script[at] === script[open]) return at;
  }
  return script.length;
}
