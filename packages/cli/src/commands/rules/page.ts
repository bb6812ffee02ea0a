import { type PageOptions, pageText } from '@podlint/reporters';
import { type CustomRule, idOfCustomRule } from '@podlint/engine/config';
import { own } from '@podlint/plain';
import { customPage } from './custom.js';
import { type Entry, ruleEntries, serverEntries } from './entries.js';

/**
 * What a code is about, as a terminal shows it; undefined for what is none. There are also pages that only explain what
 * the server refuses, and so belong to no rule.
 */
export async function aboutCode(
  name: string,
  style: PageOptions,
  customRules: readonly CustomRule[],
): Promise<string | undefined> {
  const custom = customRules.find((rule) => idOfCustomRule(rule) === name);
  if (custom) return pageText(customPage(custom), style);
  const entry = [...ruleEntries(), ...serverEntries()].find(
    ({ id, aliases }) => id === name || aliases?.includes(name),
  );
  if (entry) return pageText((await loadPages())(entry), style);
  const { pages } = await import('@podlint/rules/pages');
  const page = Object.hasOwn(pages, name) ? pages[name] : undefined;
  return page === undefined ? undefined : pageText(page, style);
}

/** What an entry is about, as Markdown. The pages are many and long, so they are loaded only by whoever calls this. */
export async function loadPages(): Promise<(entry: Entry) => string> {
  const { pages } = await import('@podlint/rules/pages');
  return (entry) => own(pages, entry.id) ?? pageOfVerdict(entry);
}

function pageOfVerdict({ id, level, summary }: Entry): string {
  const silence =
    level === 'error' ? 'A place can suppress it' : 'A place can suppress it, and a config file can set its level';
  return `# ${id}\n\n**Level:** ${level} · **Fix:** where one exists\n\n${summary}. The server says so, in every preset, and the finding tells what to do. ${silence}.\n`;
}
