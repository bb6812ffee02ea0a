import { visible } from '@podlint/reporters';
import { largest } from '@podlint/plain';

/** Text as it is, between backquotes enough to hold it. */
export function code(text: unknown): string {
  const plain = String(text).replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, largest([...plain.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  const room = plain.startsWith('`') || plain.endsWith('`') || plain === '' ? ' ' : '';
  return `${fence}${room}${plain}${room}${fence}`;
}

/** `a`, `b` and `c` */
export function listed(texts: readonly unknown[]): string {
  const shown = texts.map(code);
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

export function joined(parts: readonly string[]): string {
  return parts.join('\n\n');
}

/** Words as they are: what stands in a manifest makes no markup, and hides nothing. */
export function plain(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]()#+!|<>&~$-]/g, String.raw`\$&`);
}
