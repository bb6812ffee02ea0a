import type { ProposedName } from '@podlint/policy/assist';
import { code, plain } from '../hover/markdown.js';

/** A sentence about a name, how it is called, and which kinds have it, in Markdown; empty where nothing is known. */
export function aboutName({ about, calls = [], kinds }: ProposedName): string {
  return [
    ...(about === undefined ? [] : [plain(about)]),
    ...(calls.length === 0 ? [] : [calls.map((call) => `- ${code(call)}`).join('\n')]),
    ...(kinds.length === 0 ? [] : [`Only in ${kinds.map(plain).join(', ')}.`]),
  ].join('\n\n');
}
