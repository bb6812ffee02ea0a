import { defineMessages } from '@podlint/messages';
import type { TextEdit } from '../document.js';
import { insertion, type Finding, type Mistake } from './mistake.js';

const says = defineMessages('hint', {
  'joined-colon': 'Line {line} has no space behind its colon, so all of it is one word.',
  'joined-dash': 'Line {line} has no space behind its dash, so all of it is one word.',
});

/** `name:web`, but not `http://`, a time or a port mapping. */
const joinedColon = /^(\s*(?:- +)*[A-Za-z_][\w./-]*:)(?=[^\s:/])/;
const joinedDash = /^(\s*(?:- +)*-)(?=[A-Za-z"'{[])/;

/** A colon or a dash with its value joined to it: to YAML that is one word. */
export function findMissingSpace(mistake: Mistake): Finding | undefined {
  if (!mistake.isOneOf('missing-colon', 'unexpected-value', 'missing-key', 'missing-item')) return undefined;
  const { lines, line } = mistake;
  for (const at of [line, lines.previous(line)]) {
    if (at === undefined) continue;
    const before = joinedColon.exec(lines.content(at))?.[1] ?? joinedDash.exec(lines.content(at))?.[1];
    if (before !== undefined) return describe(mistake, at, before);
  }
  return undefined;
}

function describe(mistake: Mistake, line: number, before: string): Finding {
  const { lines } = mistake;
  const place = lines.start(line) + before.length;
  const sign = before.endsWith(':') ? 'colon' : 'dash';
  return {
    code: 'syntax/missing-space',
    hint: says[`joined-${sign}`]({ line: lines.number(line) }),
    range: { start: place - 1, end: place + 1 },
    fix: mistake.firstProven(`Put a space behind the ${sign}`, [[insertion(place, ' ')], everywhere(mistake)]),
  };
}

function everywhere({ lines }: Mistake): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let line = 0; line < lines.count; line++) {
    const content = lines.content(line);
    const before = joinedColon.exec(content)?.[1] ?? joinedDash.exec(content)?.[1];
    if (before !== undefined) edits.push(insertion(lines.start(line) + before.length, ' '));
  }
  return edits;
}
