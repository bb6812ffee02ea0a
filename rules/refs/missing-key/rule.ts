import { defineRule, referenceAt } from '@podlint/engine/rule';
import { references, type RefFacts } from '../../kit/refs/facts.js';
import { authoredName } from '../../kit/refs/generated-name.js';
import { meantFix } from '../../kit/refs/meaning.js';
import { missingKey } from '../../kit/refs/missing-key.js';
import { indexOf } from '../../kit/refs/run-index.js';

export default defineRule<'near' | 'missing' | 'named', unknown, RefFacts>({
  id: 'refs/missing-key',
  level: 'error',
  fix: 'unsafe',
  summary: 'A key that the named ConfigMap or Secret does not have',
  brief: 'key is not in the object',
  messages: {
    near: '{kind} "{name}" has no key "{key}", so the container does not start. Did you mean "{meant}"?',
    missing: '{kind} "{name}" has no key "{key}", so the container does not start. It has: {keys}.',
    named: 'the keys that there are',
  },
  collects: references,
  run(view, report) {
    const index = indexOf(view);
    for (const { object, facts } of view.collected) {
      for (const reference of facts.refs ?? []) {
        const missing = missingKey(index, object, reference);
        if (!missing) continue;
        const { key, holder, keys, near } = missing;
        const { kind } = reference;
        const name = authoredName(kind, reference.name);
        const at = referenceAt(object, reference.pattern, reference.items);
        const related = [{ object: holder.object, at: holder.object.at.metadata.name, message: 'named' as const }];
        if (near !== undefined)
          report(object, {
            at,
            message: 'near',
            data: { kind, name, key, meant: near },
            fixes: () => meantFix(at, near),
            related,
          });
        else
          report(object, {
            at,
            message: 'missing',
            data: { kind, name, key, keys: listed(keys) },
            level: 'warn',
            related,
          });
      }
    }
  },
});

const mostListed = 10;

function listed(keys: readonly string[]): string {
  const names = keys.slice(0, mostListed).map((key) => JSON.stringify(key));
  return keys.length > mostListed ? `${names.join(', ')} and others` : names.join(', ');
}
