import { defineMessages } from '@podlint/messages';
import type { Lines } from './lines.js';
import type { Finding, Mistake } from './mistake.js';

const says = defineMessages('hint', {
  'merge-conflict':
    'Line {line} starts with "{mark}", a mark of a merge conflict. Decide which side stays and remove the marks.',
  template: 'Line {line} holds a template mark. Render the template first and check what comes out.',
});

const conflictMark = /^(?:<{7}|>{7})(?: |$)/;
const template = /\{\{|\{%|%\}|\}\}|<%|%>/;
const templateLine = /^\s*(?:\{[{%].*[%}]\}|<%.*%>)\s*$/;
const blockHeader = /(?:^|[\s:-])[|>][-+\d]*\s*(?:#|$)/;

/** Lines that git leaves where two changes met. */
export function findConflict({ lines }: Mistake): Finding | undefined {
  for (let line = 0; line < lines.count; line++) {
    const mark = conflictMark.exec(lines.content(line))?.[0].trim();
    if (mark)
      return {
        code: 'syntax/merge-conflict',
        hint: says['merge-conflict']({ line: lines.number(line), mark }),
        range: lines.contentRange(line),
      };
  }
  return undefined;
}

/** Marks of Helm, Jinja, ERB and their like, on the line of the error or on a line of their own above it. */
export function findTemplate({ lines, line }: Mistake): Finding | undefined {
  for (let at = 0; at <= line; at++) {
    const content = lines.content(at);
    if (!(at === line ? template : templateLine).test(content) || isInBlockScalar(lines, at)) continue;
    const start = lines.start(at) + content.search(template);
    return {
      code: 'syntax/template',
      hint: says.template({ line: lines.number(at) }),
      range: { start, end: lines.contentRange(at).end },
    };
  }
  return undefined;
}

/**
 * Whether a line is text of a `|` or `>` above it: of the lines that it is indented below, one ends in such a header.
 */
function isInBlockScalar(lines: Lines, line: number): boolean {
  let indent = lines.indent(line);
  for (let above = lines.previous(line); above !== undefined && indent > 0; above = lines.previous(above)) {
    if (lines.indent(above) >= indent) continue;
    if (blockHeader.test(lines.content(above))) return true;
    indent = lines.indent(above);
  }
  return false;
}
