import { defineMessages } from '@podlint/messages';
import { smallest } from '@podlint/plain';
import type { TextEdit } from '../document.js';
import type { Finding, Mistake } from './mistake.js';

const says = defineMessages('hint', {
  'tab-behind-dash': 'Line {line} has a tab behind its dash. YAML counts spaces only.',
  'tab-indent': 'Line {line} is indented with a tab. YAML counts spaces only.',
});

const usualWidths = [2, 4, 8];

/** Tabs before the text of a line, or behind its dash. */
export function findTab(mistake: Mistake): Finding | undefined {
  const { lines, line } = mistake;
  if (!mistake.isOneOf('tab-indent', 'tab-in-scalar') || !hasTab(lines.content(line))) return undefined;
  const { start } = mistake.range;
  const isBehindDash = /^\s*-/.test(lines.content(line).slice(0, start - lines.start(line)));
  return {
    code: 'schema/list-indent',
    hint: says[isBehindDash ? 'tab-behind-dash' : 'tab-indent']({ line: lines.number(line) }),
    range: { start, end: start + 1 },
    fix: spacesForTabs(mistake),
  };
}

/**
 * Where several widths would do, those that give the most keys a value; then the one that puts the line where one of
 * its kind above stands.
 */
function spacesForTabs(mistake: Mistake): Finding['fix'] {
  const title = 'Replace tabs by spaces';
  const widths = usualWidths.filter((width) => width > mostSpacesBehind(mistake));
  const empty = widths.map((width) => emptyValues(mistake.prove(edits(mistake, width))));
  const filling = widths.filter((_, index) => empty[index] === smallest(empty));
  const aligned = filling.filter((width) => isAligned(mistake, width)).map((width) => edits(mistake, width));
  return (
    mistake.onlyProven(title, aligned) ??
    mistake.onlyProven(
      title,
      filling.map((width) => edits(mistake, width)),
    )
  );
}

/** To compare readings of one text with: what else is called null counts alike in each. */
function emptyValues(json: string | undefined): number {
  return json === undefined ? Infinity : json.split('null').length;
}

function isAligned({ lines, line }: Mistake, width: number): boolean {
  const column = /^\s*/.exec(lines.content(line))![0].replaceAll('\t', ' '.repeat(width)).length;
  for (let above = line - 1; above >= 0; above--) {
    if (lines.isBlank(above)) continue;
    const dashes = /^\s*(?:-\s+)*/.exec(lines.content(above))![0].length;
    if (lines.isItem(line) ? lines.isItem(above) && lines.indent(above) === column : dashes === column) return true;
  }
  return false;
}

/**
 * Spaces behind the tabs of a line reach no tab stop: an editor that indents with tabs would have made a tab of them.
 */
function mostSpacesBehind({ lines }: Mistake): number {
  let most = 0;
  for (let at = 0; at < lines.count; at++) most = Math.max(most, /^\t+( *)/.exec(lines.content(at))?.[1]?.length ?? 0);
  return most;
}

function hasTab(content: string): boolean {
  return /^[ \t-]*\t/.test(content);
}

/** Spaces for the tabs of the line in question and of all lines that start with one. */
function edits({ lines, line }: Mistake, width: number): TextEdit[] {
  const found: TextEdit[] = [];
  for (let at = 0; at < lines.count; at++) {
    const content = lines.content(at);
    if (at !== line && !content.startsWith('\t')) continue;
    const before = /^(?:[ \t]|-(?=[ \t]))*/.exec(content)![0];
    const text = before.replace(/-\t+/g, '- ').replaceAll('\t', ' '.repeat(width));
    if (text !== before) found.push({ range: { start: lines.start(at), end: lines.start(at) + before.length }, text });
  }
  return found;
}
