import type { ChangeReport } from '@podlint/engine/change';
import { visible } from '../sanitize.js';
import { countsText, sectionsOf, type Entry, type SectionKey } from './sections.js';
import { buildsText, verdictText, type ChangeSubject } from './text.js';
import { counted } from './words.js';

/** A comment on GitHub may have 65,536 characters. */
const mostText = 60_000;

const titles: Readonly<Record<SectionKey, string>> = {
  refused: '❌ Refused by the API server',
  broken: '❌ Does not build any more',
  gone: '🗑️ Gone (deleted, if what applies the files prunes)',
  gains: '🔓 Gains privileges or reach',
  losses: '⚠️ Loses limits, requests, probes or replicas',
  pods: '🔄 Pods',
  scale: '↕️ Scales',
  new: '➕ New',
  controllers: 'Changes that are up to a controller',
  others: 'Changes without new Pods',
  'not checked': 'Not checked',
  'not compared': 'Not compared',
};

/** What asks for somebody's eyes stands open. */
const open: ReadonlySet<SectionKey> = new Set(['refused', 'broken', 'gone', 'gains', 'losses', 'pods', 'scale']);

/** For the comment of a pull request, or the summary of a job. */
export function changeMarkdown(report: ChangeReport, subject: ChangeSubject): string {
  const head = [
    // Whoever keeps a comment up to date finds it by this line.
    '<!-- podlint diff -->',
    '## podlint: what this change does',
    '',
    ...(verdictText(report) === '' ? [] : [`**${markdown(verdictText(report))}**`, '']),
    `Since ${markdown(subject.before)}: ${markdown(countsText(report))}.`,
  ];
  const blocks = [
    ...sectionsOf(report).map(({ key, entries }) =>
      block(titles[key], tableOf(entries), entries.length, open.has(key)),
    ),
    ...imagesBlock(report),
  ];
  const fitting: string[] = [];
  let used = head.join('\n').length;
  for (const text of blocks) {
    if (used + text.length > mostText) {
      fitting.push(
        '',
        `There is no room here for ${counted(blocks.length - fitting.length, 'more section')}: \`podlint diff\` shows all.`,
      );
      break;
    }
    fitting.push(text);
    used += text.length;
  }
  return `${[...head, ...fitting].join('\n')}\n`;
}

function block(title: string, table: readonly string[], count: number, isOpen: boolean): string {
  if (isOpen) return ['', `### ${title} (${count})`, '', ...table].join('\n');
  return ['', `<details><summary>${title} (${count})</summary>`, '', ...table, '', '</details>'].join('\n');
}

/** Rows of more make no comment that anybody reads. */
const mostRows = 50;

function tableOf(entries: readonly Entry[]): string[] {
  const rows = entries.slice(0, mostRows).map(({ subject, builds, place, lines }) => {
    const where = [place, buildsText(builds)]
      .filter((part) => part !== '')
      .map(markdown)
      .join('<br>');
    return `| **${markdown(subject)}** | ${lines.map((line) => markdown(line.replaceAll(' -> ', ' → '))).join('<br>')} | ${where} |`;
  });
  const rest = entries.length - rows.length;
  return ['| object | what | where |', '|---|---|---|', ...rows, ...(rest > 0 ? ['', `and ${rest} more`] : [])];
}

function imagesBlock({ images }: ChangeReport): string[] {
  if (images.length === 0) return [];
  const rows = images
    .slice(0, mostRows)
    .map(({ from, to, objects }) => `| ${markdown(visible(from))} | ${markdown(visible(to))} | ${objects} |`);
  return [block('🏷️ Images', ['| before | now | objects |', '|---|---|---|', ...rows], images.length, true)];
}

/** Text of which Markdown makes nothing, in a cell of a table; between two dollar signs GitHub sees mathematics. */
function markdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~&]/g, '\\$&')
    .replaceAll('$', '&#36;')
    .replaceAll('@', '&#64;');
}
