import { defineMessages } from '@podlint/messages';
import type { DuplicateKey, Range } from '@podlint/syntax';
import { removeFix } from './fixes.js';
import { duplicateMergedKeys, isMerged, type KeyTwice } from './merged-key.js';
import type { SchemaProblem } from './problem.js';
import { keyRangeOf, pathTo, type ObjectSource } from './source.js';
import { childPath, fieldAt } from './structure.js';

const says = defineMessages('duplicate-key', {
  twice:
    '"{key}" is set twice in one mapping. The server refuses the object, while a client that does not check silently keeps the later value. Remove one of the two.',
  first: '"{key}" is set here first',
});

/** The keys that a mapping inside the object gets twice. */
export function duplicateKeys(source: ObjectSource): SchemaProblem[] {
  const found = source.document.duplicateKeys.flatMap((duplicate) => keyTwice(source, duplicate) ?? []);
  const merged = new Set(found.filter((duplicate) => isMerged(source, duplicate)));
  const written = found.filter((duplicate) => !merged.has(duplicate));
  return [...written.map((duplicate) => writtenTwice(source, duplicate)), ...duplicateMergedKeys(source, [...merged])];
}

/** Undefined for a duplicate outside of the object: in another item of a List. */
function keyTwice(source: ObjectSource, duplicate: DuplicateKey): KeyTwice | undefined {
  const holder = pathTo(source, duplicate.mapping);
  const key = source.document.key(duplicate.node);
  if (!holder || key === undefined) return undefined;
  return { ...duplicate, key, path: childPath(holder, fieldAt(source.kind, holder, source.minor), key) };
}

function writtenTwice(source: ObjectSource, { node, first, key, path }: KeyTwice): SchemaProblem {
  const [of, ofFirst] = [node, first].map((one) => keyRangeOf(source.document, one)) as [Range, Range];
  return {
    code: 'schema/duplicate-key',
    path,
    message: says.twice({ key }),
    range: of,
    related: [{ message: says.first({ key }), range: ofFirst }],
    fixes: removeFix(source, first, `Remove the first "${key}", whose value is lost`),
  };
}
