import type { ReportedDiagnostic } from '@podlint/engine';
import type { ReportingConfiguration, ReportingDescriptor } from 'sarif';
import type { CodeDescription } from '../reporter.js';
import { messageStrings } from './message.js';

/** Groups whose findings are about what an intruder could do, which platforms list apart. */
const securityGroups: ReadonlySet<string> = new Set(['security', 'pod-security', 'secrets']);

const configurations: Readonly<Record<CodeDescription['level'], ReportingConfiguration>> = {
  error: { level: 'error' },
  warn: { level: 'warning' },
  info: { level: 'note' },
  off: { enabled: false },
};

/**
 * A code as an entry of `rules`.
 * @param said the ids of the messages that it says
 */
export function ruleOf(
  { code, stage, docs, tags = [] }: ReportedDiagnostic,
  said: readonly string[],
  description: CodeDescription | undefined,
): ReportingDescriptor {
  const strings = messageStrings(said, description?.messages);
  const group = code.slice(0, code.indexOf('/'));
  const { summary = code, level = 'error', page = '' } = description ?? {};
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: description ? firstParagraph(page) || summary : summary },
    ...(Object.keys(strings).length > 0 && { messageStrings: strings }),
    helpUri: docs,
    help: { text: `${summary}. See ${docs}`, markdown: page === '' ? `${summary}. See [${code}](${docs}).` : page },
    defaultConfiguration: configurations[level],
    properties: {
      tags: ['kubernetes', stage, group, ...(securityGroups.has(group) ? ['security'] : []), ...tags].filter(
        (tag, index, all) => all.indexOf(tag) === index,
      ),
    },
  };
}

/**
 * The first paragraph of a page below its title and its line of levels, on one line, as far as its sentences are whole:
 * a list may go on from there.
 */
function firstParagraph(page: string): string {
  const paragraphs = page.split(/\n{2,}/).map((paragraph) => paragraph.trim());
  const first = paragraphs.find((paragraph) => paragraph !== '' && !/^(?:#|\*\*Level:|```)/.test(paragraph)) ?? '';
  return /^.*[.!?](?=\s|$)/.exec(first.replace(/(?<!\s)\s*\n\s*/g, ' '))?.[0] ?? '';
}
