import type { FieldPath } from '@podlint/field-path';
import { rememberingLast } from '../documents/remembering-last.js';
import type { FieldNodes } from './field-nodes.js';

/** An object, and where it stands. */
interface DirectedSubject {
  readonly nodes: FieldNodes;
  /** False where `mayHaveDirectives` said so of the text of the file. */
  readonly hasDirectives: boolean;
}

const noDirectives: Readonly<Record<string, string>> = {};

/** Whether a text can have such comments at all; most have none. */
export const mayHaveDirectives = rememberingLast((text: string) => text.includes('podlint:'));

const directive = /#\s*podlint:\s*([\w-]+)(?:=(\S+))?/g;

/**
 * What `# podlint: name=value` and `# podlint: name` comments (an empty value) say about a field: comments in the lines
 * of the text that belong to it, and in the comment lines right above it.
 */
export function directivesOf(
  { nodes, hasDirectives }: DirectedSubject,
  path: FieldPath,
): Readonly<Record<string, string>> {
  if (!hasDirectives) return noDirectives;
  const node = nodes.nodeOf(path);
  if (node === undefined) return noDirectives;
  const { text } = nodes.document;
  const { start, end } = nodes.document.rangeOf(node);
  const lines = text.slice(commentStart(text, start), endOfLine(text, end));
  return Object.fromEntries([...lines.matchAll(directive)].map(([, name, value]) => [name!, value ?? '']));
}

/** Start of the unbroken run of comment lines above the line of an offset. */
function commentStart(text: string, offset: number): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start > 0) {
    const previous = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^\s*#/.test(text.slice(previous, start))) break;
    start = previous;
  }
  return start;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
