import { visible } from '../sanitize.js';
import { renderedPlace, subjectOf } from '../text/finding.js';
import { severities, type Placed } from '../severities.js';

/** Annotations of one level that GitHub shows of one step; it drops what comes later. */
const mostOfALevel = 10;
const levels = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

export interface Annotations {
  readonly commands: readonly string[];
  /** Findings of which GitHub would show nothing. */
  readonly left: readonly Placed[];
}

/**
 * The findings as workflow commands, which GitHub shows beside the lines of a pull request: errors first, and of each
 * level as many as are shown.
 * Escaped as toolkit/packages/core/src/command.ts does it.
 */
export function annotations(findings: readonly Placed[], named: (path: string) => string): Annotations {
  const ofLevels = [...new Set(severities.map((severity) => levels[severity]))].map((level) => ({
    level,
    found: findings.filter(({ diagnostic }) => levels[diagnostic.severity] === level),
  }));
  return {
    commands: ofLevels.flatMap(({ level, found }) =>
      found.slice(0, mostOfALevel).map((finding) => command(level, finding, named)),
    ),
    left: ofLevels.flatMap(({ found }) => found.slice(mostOfALevel)),
  };
}

/** Columns are left out where a finding spans lines: GitHub takes them within one line only. */
function command(level: string, { diagnostic, file }: Placed, named: (path: string) => string): string {
  const { start, end } = diagnostic.range;
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  const { source } = diagnostic;
  // A stream is no file; of what it was rendered from the lines are other ones.
  const place =
    source && file.path.startsWith('<')
      ? { file: named(source.path) }
      : { file: named(file.path), line: start.line, endLine: end.line, ...columns };
  const properties = { ...place, title: diagnostic.code };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${level} ${list.join(',')}::${data(diagnostic.message)}%0A${data(placeText(diagnostic, file, named))}`;
}

/** The log shows a message without the place of its annotation. */
function placeText(diagnostic: Placed['diagnostic'], file: Placed['file'], named: (path: string) => string): string {
  return `--> ${renderedPlace(diagnostic, named(file.path))}  ${subjectOf([diagnostic], file)}`.trimEnd();
}

function data(text: string): string {
  return inert(visible(text)).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * Lines for the log in which nothing is a command: what comes from a manifest or a file name could be one
 * (ActionCommand.cs of the runner: `::` at the start, `##[` anywhere).
 */
export function inert(text: string): string {
  return text.replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, '$1\\u003a').replaceAll('##[', '#\\u0023[');
}
