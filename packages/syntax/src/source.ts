import { checkValues } from './check.js';
import type { Range, SyntaxProblem, YamlDocument, YamlSource } from './document.js';
import { describe } from './describe.js';
import { ignoredText } from './ignored-text.js';
import { leftOut, readAroundDots, type Reading } from './left-out.js';
import { ReadError } from './reader/read-error.js';
import { splitDocuments, type Chunk } from './split.js';
import { hasExcessiveAliases } from './tree/alias-limit.js';
import { TreeBuilder } from './tree/tree-builder.js';
import { TreeDocument } from './tree/tree-document.js';
import { composeTolerantly } from './yaml-package/compose.js';

/** Reads a stream of documents (YAML or JSON). Never throws: what is wrong with a document is in its `problems`. */
export function parseText(text: string): YamlSource {
  return { text, documents: splitDocuments(text).map((chunk, index) => parseChunk(text, chunk, index)) };
}

/** Reads the one document that stands at a range of a text. */
export function parseDocument(text: string, range: Range): YamlDocument {
  return parseChunk(text, range, 0);
}

function parseChunk(text: string, chunk: Chunk, index: number): YamlDocument {
  const range: Range = { start: chunk.start, end: chunk.end };
  const { badSeparator } = chunk;
  if (badSeparator) return brokenDocument(text, { text, dots: [] }, range, index, new ReadError('separator', badSeparator.start, badSeparator.end));
  const reading = readAroundDots(text, range);
  return reading.error ? brokenDocument(text, reading, range, index, reading.error) : soundDocument(reading, range, index);
}

function soundDocument({ builder, dots }: Reading, range: Range, index: number): YamlDocument {
  const { tree, entries, restStart } = builder;
  const refused = checkValues(builder);
  const problems = refused.map(({ reason, node }): SyntaxProblem => {
    const start = tree.properties.get(node)?.start ?? tree.starts[node]!;
    return describe(tree.text, range, { reason, range: { start, end: tree.ends[node]! }, opened: start });
  });
  if (refused.some(({ reason }) => reason === 'excessive-aliases')) tree.targets.clear();
  const ignored = restStart === undefined ? undefined : ignoredText(tree.text, range, restStart);
  return new TreeDocument(tree, index, range, [...dots.map((place) => leftOut(tree.text, place)), ...problems], entries.duplicates, ignored ? [ignored] : []);
}

/** What the server's reader refuses is read once more by one that goes on: its tree holds also what follows the mistake. */
function brokenDocument(stream: string, { text, dots }: Pick<Reading, 'text' | 'dots'>, range: Range, index: number, error: ReadError): YamlDocument {
  const builder = new TreeBuilder(stream);
  composeTolerantly(text.slice(range.start, range.end), range.start, builder);
  const tree = builder.finish();
  if (hasExcessiveAliases(tree)) tree.targets.clear();
  const problem = describe(text, range, { reason: error.reason, range: { start: error.start, end: error.end }, opened: error.opened });
  return new TreeDocument(tree, index, range, [...dots.map((place) => leftOut(stream, place)), problem], builder.entries.duplicates);
}
