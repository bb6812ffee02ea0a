import type { Entry } from './entries.js';

/** The page of that name, also one that only explains what the server refuses, and so belongs to no rule. */
export async function namedPage(name: string): Promise<string | undefined> {
  const { pages } = await import('@podlint/rules/pages');
  return Object.hasOwn(pages, name) ? pages[name] : undefined;
}

/** What an entry is about, as Markdown. The pages are many and long, so they are loaded only by whoever calls this. */
export async function loadPages(): Promise<(entry: Entry) => string> {
  const { pages } = await import('@podlint/rules/pages');
  return (entry) => pages[entry.id] ?? pageOfVerdict(entry);
}

function pageOfVerdict({ id, level, summary }: Entry): string {
  const silence =
    level === 'error' ? 'A place can suppress it' : 'A place can suppress it, and a config file can set its level';
  return `# ${id}\n\n**Level:** ${level} · **Fix:** where one exists\n\n${summary}. The server says so, in every preset, and the finding tells what to do. ${silence}.\n`;
}
