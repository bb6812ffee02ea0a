import { checkValues } from './check.js';
import type { Range, SyntaxProblem, YamlDocument, YamlSource } from './document.js';
import { describe, describeBriefly } from './describe.js';
import { ignoredText } from './ignored-text.js';
import { leftOut, readAroundDots, type Reading } from './left-out.js';
import { ReadError } from './reader/read-error.js';
import type { TextPart } from './parts.js';
import { splitDocuments, type Chunk } from './split.js';
import { LinesBefore, streamOf } from './stream-text.js';
import { hasExcessiveAliases } from './tree/alias-limit.js';
import { TreeBuilder } from './tree/tree-builder.js';
import { TreeDocument } from './tree/tree-document.js';
import { composeTolerantly } from './yaml-package/compose.js';

/** Reads a stream of documents (YAML or JSON). Never throws: what is wrong with a document is in its `problems`. */
export function parseText(text: string): YamlSource {
  return parsePart({ text, chunks: splitDocuments(text) }, { documents: 0, lines: 0 });
}

/** Reads the one document that stands at a range of a text. */
export function parseDocument(text: string, range: Range): YamlDocument {
  return parseChunk(text, range, { index: 0, lines: new LinesBefore(text, 0) });
}

/** What of a stream stands before a part of it. */
export interface PartPosition {
  readonly documents: number;
  readonly lines: number;
}

/** As parseText, for a part of a stream; offsets count from the start of the part. */
export function parsePart({ text, chunks }: TextPart, before: PartPosition): YamlSource {
  const lines = new LinesBefore(text, before.lines);
  return {
    text,
    documents: chunks.map((chunk, index) => parseChunk(text, chunk, { index: before.documents + index, lines })),
  };
}

/** Which document it is, and the lines of the stream before it. */
interface Place {
  readonly index: number;
  readonly lines: LinesBefore;
}

function parseChunk(text: string, chunk: Chunk, place: Place): YamlDocument {
  const range: Range = { start: chunk.start, end: chunk.end };
  const { badSeparator } = chunk;
  if (badSeparator)
    return brokenDocument(
      text,
      { text, dots: [] },
      range,
      place,
      new ReadError('separator', badSeparator.start, badSeparator.end),
    );
  const reading = readAroundDots(text, range);
  return reading.error
    ? brokenDocument(text, reading, range, place, reading.error)
    : soundDocument(reading, range, place);
}

/** Each look for the cause of a mistake goes through the whole document. */
const mostExplained = 16;

function soundDocument({ builder, dots }: Reading, range: Range, { index, lines }: Place): YamlDocument {
  const { entries, restStart } = builder;
  const tree = builder.finish();
  const refused = checkValues(builder);
  const problems = refused.map(({ reason, node }, which): SyntaxProblem => {
    const start = tree.properties.get(node)?.start ?? tree.starts[node]!;
    const refusal = { reason, range: { start, end: tree.ends[node]! }, opened: start };
    return which < mostExplained ? describe(streamOf(tree.text, lines), range, refusal) : describeBriefly(refusal);
  });
  if (refused.some(({ reason }) => reason === 'excessive-aliases')) tree.targets.clear();
  const ignored = restStart === undefined ? undefined : ignoredText(tree.text, range, restStart);
  return new TreeDocument(
    tree,
    index,
    range,
    [...dots.map((place) => leftOut(tree.text, place)), ...problems],
    entries.duplicates,
    ignored ? [ignored] : [],
  );
}

/**
 * What the server's reader refuses is read once more by one that goes on: its tree holds also what follows the mistake.
 */
function brokenDocument(
  stream: string,
  { text, dots }: Pick<Reading, 'text' | 'dots'>,
  range: Range,
  { index, lines }: Place,
  error: ReadError,
): YamlDocument {
  const builder = new TreeBuilder(stream);
  composeTolerantly(text.slice(range.start, range.end), range.start, builder);
  const tree = builder.finish();
  if (hasExcessiveAliases(tree)) tree.targets.clear();
  const problem = describe(streamOf(text, lines), range, {
    reason: error.reason,
    range: { start: error.start, end: error.end },
    opened: error.opened,
  });
  return new TreeDocument(
    tree,
    index,
    range,
    [...dots.map((place) => leftOut(stream, place)), problem],
    builder.entries.duplicates,
  );
}
