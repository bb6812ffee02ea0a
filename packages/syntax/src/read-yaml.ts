import { textOf } from '@podlint/messages';
import type { JsonValue, Range } from './document.js';
import { parseText } from './source.js';

export interface ReadYamlOptions {
  /** Take a key that stands twice in a mapping for an error, as the server's strict reader does. */
  readonly strict?: boolean;
}

/** What the server makes of a document: its JSON, or why it makes nothing of it. */
export type ReadYamlResult =
  | { readonly json: JsonValue; readonly error?: undefined }
  | { readonly json?: undefined; readonly error: { readonly message: string; readonly range: Range } };

/** Reads every document of a stream as the clients and the server do (sigs.k8s.io/yaml, YAMLToJSON). Never throws. */
export function readYaml(text: string, { strict = false }: ReadYamlOptions = {}): ReadYamlResult[] {
  return parseText(text).documents.map((document) => {
    const [problem] = document.problems;
    if (problem) return { error: { message: textOf(problem.message), range: problem.range } };
    const [duplicate] = strict ? document.duplicateKeys : [];
    if (!duplicate) return { json: document.toJSON() };
    const key = String(document.key(duplicate.node));
    return {
      error: {
        message: `The key "${key}" is set twice in one mapping; only one of the two can count.`,
        range: document.keyRange(duplicate.node) ?? document.rangeOf(duplicate.node),
      },
    };
  });
}
