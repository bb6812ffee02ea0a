import { defineMessages } from '@podlint/messages';
import type { DuplicateKey } from '@podlint/syntax';
import { removeFix } from './fixes.js';
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
  return source.document.duplicateKeys.flatMap((duplicate) => {
    const problem = describe(source, duplicate);
    return problem ? [problem] : [];
  });
}

/** Undefined for a duplicate outside of the object: in another item of a List. */
function describe(source: ObjectSource, { node, first, mapping }: DuplicateKey): SchemaProblem | undefined {
  const { document } = source;
  const holder = pathTo(source, mapping);
  const key = document.key(node);
  if (!holder || key === undefined) return undefined;
  const path = childPath(holder, fieldAt(source.kind, holder, source.minor), key);
  return {
    code: 'schema/duplicate-key',
    message: says.twice({ key }),
    path,
    range: keyRangeOf(document, node),
    related: [{ message: says.first({ key }), range: keyRangeOf(document, first) }],
    fixes:
      document.parent(first) === mapping
        ? removeFix(source, first, `Remove the first "${key}", whose value is lost`)
        : [],
  };
}
