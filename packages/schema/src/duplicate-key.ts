import { defineMessages } from '@podlint/messages';
import type { DuplicateKey, NodeId, Range } from '@podlint/syntax';
import { removeFix } from './fixes.js';
import type { SchemaProblem } from './problem.js';
import { keyRangeOf, pathTo, type ObjectSource } from './source.js';
import { childPath, fieldAt } from './structure.js';

const says = defineMessages('duplicate-key', {
  twice:
    '"{key}" is set twice in one mapping. The server refuses the object, while a client that does not check silently keeps the later value. Remove one of the two.',
  first: '"{key}" is set here first',
  override:
    '"{key}" is written here and brought by the merge key "<<", too. Clients such as kubectl take that and send the value written here, while the server\'s strict reader refuses the YAML as it stands. Write "{key}" in one of the two places only.',
  overridden:
    '"{key}" is written here, and the merge key "<<" below brings it again. Clients such as kubectl take that and send the value of the merge key, while the server\'s strict reader refuses the YAML as it stands. Write "{key}" in one of the two places only.',
  merges:
    'Two of the mappings that the merge key "<<" brings set "{key}". Clients such as kubectl take one of the values silently, while the server\'s strict reader refuses the YAML as it stands. Set "{key}" in one of them only.',
  brought: 'the merge key brings "{key}" from here',
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
  return {
    code: 'schema/duplicate-key',
    path: childPath(holder, fieldAt(source.kind, holder, source.minor), key),
    ...wordsOf(source, { node, first, mapping }, key),
  };
}

type Words = Pick<SchemaProblem, 'message' | 'range' | 'related' | 'fixes'>;

/** Whether a merge key brings one of the two, or both. No fix writes into a mapping that others use, too. */
function wordsOf(source: ObjectSource, { node, first, mapping }: DuplicateKey, key: string | number): Words {
  const { document } = source;
  const isWritten = (one: NodeId): boolean => document.parent(one) === mapping;
  const [of, ofFirst] = [node, first].map((one) => keyRangeOf(document, one)) as [Range, Range];
  if (isWritten(node) && isWritten(first))
    return {
      message: says.twice({ key }),
      range: of,
      related: [{ message: says.first({ key }), range: ofFirst }],
      fixes: removeFix(source, first, `Remove the first "${key}", whose value is lost`),
    };
  const brought = says.brought({ key });
  if (isWritten(first))
    return { message: says.overridden({ key }), range: ofFirst, related: [{ message: brought, range: of }], fixes: [] };
  const message = isWritten(node) ? says.override({ key }) : says.merges({ key });
  return { message, range: of, related: [{ message: brought, range: ofFirst }], fixes: [] };
}
