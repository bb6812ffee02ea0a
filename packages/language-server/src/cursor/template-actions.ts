import { endOfLine } from './cursor-text.js';

/** A piece of a Go template, as Helm has it: `{{ ... }}`, in the text. */
interface Action {
  readonly start: number;
  readonly end: number;
  /** It is being written. */
  readonly isOpen: boolean;
}

/** What stands for a character of an action until it is known whether anything else is on its line. */
const hidden = '\uE000';
/** What prints nothing: statements, assignments and comments. */
const silent = /^\{\{-?\s*(?:(?:if|else|end|range|with|define|block|template|break|continue)\b|\/\*|\$[\w, $]*:?=)/;

/**
 * A template as a text of the same length without its actions: statements, and what is alone on its line, are blanks, what
 * stands for a part of a key or value is a word. Undefined inside of an action: nothing of an object is written there.
 */
export function withoutActions(text: string, offset: number): string | undefined {
  let plain = '';
  let from = 0;
  for (const { start, end, isOpen } of actionsIn(text)) {
    if (start < offset && (isOpen ? offset <= end : offset < end)) return undefined;
    const action = text.slice(start, end);
    plain += text.slice(from, start) + action.replace(/[^\r\n]/g, silent.test(action) ? ' ' : hidden);
    from = end;
  }
  return from === 0 ? text : (plain + text.slice(from)).replace(/[^\r\n]+/g, linePlain);
}

function linePlain(line: string): string {
  if (!line.includes(hidden)) return line;
  return line.replaceAll(hidden, /[^\uE000 \t]/.test(line) ? 'x' : ' ');
}

/** One that is not closed before the next one begins ends with its line. */
function* actionsIn(text: string): Generator<Action> {
  let close = text.indexOf('}}');
  for (let start = text.indexOf('{{'); start >= 0;) {
    const next = text.indexOf('{{', start + 2);
    // Looked for once, however many there are that it does not close.
    if (close >= 0 && close < start + 2) close = text.indexOf('}}', start + 2);
    const isOpen = close < 0 || (next >= 0 && next < close);
    const end = isOpen ? endOfLine(text, start) : close + 2;
    yield { start, end, isOpen };
    start = text.indexOf('{{', end);
  }
}
