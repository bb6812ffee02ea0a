import { visible } from '../sanitize.js';

/** The words of Markdown text without its marks; a link shows where it leads if that is somewhere else on the net. */
export function inlineText(markdown: string): string {
  return markdown
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith('`') && part.endsWith('`') && part.length > 2 ? part.slice(1, -1) : plain(part)))
    .map(visible)
    .join('');
}

function plain(text: string): string {
  return text
    .replace(/\[([^\][]*)\]\(([^()]*)\)/g, (_, words: string, target: string) =>
      /^https?:/.test(target) && words !== target ? `${words} (${target})` : words,
    )
    .replaceAll('**', '')
    .replace(/(^|\s)\*([^*\s][^*]*)\*/g, '$1$2');
}
