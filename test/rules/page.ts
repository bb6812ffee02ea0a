import { readFileSync } from 'node:fs';

/** What a rule's page says that can be checked. */
export interface Page {
  readonly title: string | undefined;
  readonly level: string | undefined;
  readonly fix: string | undefined;
  readonly choices: string | undefined;
  /** The YAML examples below `## Wrong` and below `## Right`. */
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

export function readPage(file: string): Page {
  const text = readFileSync(file, 'utf8');
  return {
    title: /^# (\S+)$/m.exec(text)?.[1],
    level: /^\*\*Level:\*\* (\w+)/m.exec(text)?.[1],
    fix: /\*\*Fix:\*\* (\w+)/.exec(text)?.[1],
    choices: /\*\*Choices:\*\* (\w+)/.exec(text)?.[1],
    wrong: examplesBelow(text, 'Wrong'),
    right: examplesBelow(text, 'Right'),
  };
}

function examplesBelow(text: string, heading: string): string[] {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map((match) => match[1]!);
}
