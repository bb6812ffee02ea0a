import { readNodes, type Range } from '@podlint/syntax';
import { BuildFailure } from '../errors.js';
import { says } from '../messages.js';
import type { YNode } from '../node/node.js';
import type { TextSource } from '../origin/text-source.js';
import { NodeBuilder } from './node-builder.js';

/** The first document at a range of a text; undefined: there is none. Throws where the text is no YAML. */
export function parseYaml(text: string, range: Range, source?: TextSource): YNode | undefined {
  const builder = new NodeBuilder(text, range, source);
  const failure = readNodes(text, range, builder);
  if (failure) throw new BuildFailure('yaml', failure.message, source?.place(failure.range.start, failure.range.end));
  const { unknownAlias } = builder;
  if (unknownAlias) throw new BuildFailure('yaml', says['no-anchor']({ name: unknownAlias.value }), unknownAlias.place);
  return builder.root;
}

/** A text inside a value, as a document of its own. */
export function parseYamlText(text: string, source?: TextSource): YNode | undefined {
  return parseYaml(text, { start: 0, end: text.length }, source);
}
