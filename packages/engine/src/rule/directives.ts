import type { NodeId, YamlDocument } from '@podlint/syntax';
import type { FieldSegments } from './field.js';

/** An object, and where it stands. */
interface DirectedSubject {
  readonly document: YamlDocument;
  readonly node: NodeId;
  /** False where `mayHaveDirectives` said so of the text of the file. */
  readonly hasDirectives: boolean;
}

const noDirectives: Readonly<Record<string, string>> = {};

/** The text asked about last: it is asked about again for each object in it. */
let last = { text: '', answer: false };

/** Whether a text can have such comments at all; most have none. */
export function mayHaveDirectives(text: string): boolean {
  if (text !== last.text) last = { text, answer: text.includes('podlint:') };
  return last.answer;
}

const directive = /#\s*podlint:\s*([\w-]+)(?:=(\S+))?/g;

/**
 * What `# podlint: name=value` and `# podlint: name` comments (an empty value) say about the thing at a path: comments in the lines of the text that belong to it,
 * and in the comment lines right above it.
 */
export function directivesOf({ document, node: object, hasDirectives }: DirectedSubject, path: FieldSegments): Readonly<Record<string, string>> {
  if (!hasDirectives) return noDirectives;
  const node = path.reduce<NodeId | undefined>((current, segment) => (current === undefined ? undefined : document.child(current, segment)), object);
  if (node === undefined) return noDirectives;
  const { start, end } = document.rangeOf(node);
  const text = document.text.slice(commentStart(document.text, start), endOfLine(document.text, end));
  return Object.fromEntries([...text.matchAll(directive)].map(([, name, value]) => [name!, value ?? '']));
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
