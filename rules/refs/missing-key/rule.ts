import { defineRule, nearestNames, referenceAt } from '@podlint/engine/rule';
import { references, type KnownObject, type RefFacts } from '../../kit/refs/facts.js';
import { authoredName } from '../../kit/refs/generated-name.js';
import { meantFix } from '../../kit/refs/meaning.js';
import { indexOf, meantBy } from '../../kit/refs/run-index.js';

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
        const { key, kind } = reference;
        if (key === undefined || reference.optional) continue;
        const meant = meantBy(object, reference);
        const name = authoredName(kind, reference.name);
        const holders = index.find(meant);
        if (!isKnown(holders) || index.isMade(meant) || holders.some((holder) => hasKey(holder, key))) continue;
        const at = referenceAt(object, reference.pattern, reference.items);
        const [holder] = holders;
        const keys = holder.facts.keys ?? [];
        const [near, ...others] = nearestNames(key, keys);
        const related = [{ object: holder.object, at: holder.object.at.metadata.name, message: 'named' as const }];
        if (near !== undefined && others.length === 0)
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

/** Whether all that is in the object is in the manifest: something fills an empty one, or one that asks for it. */
function isKnown(holders: readonly KnownObject[]): holders is readonly [KnownObject, ...KnownObject[]] {
  return holders.length > 0 && holders.every(({ facts: { keys = [] } }) => keys.length > 0);
}

const keySets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Asked for each reference to the object. */
function hasKey({ facts: { keys = [] } }: KnownObject, key: string): boolean {
  const known = keySets.get(keys) ?? new Set(keys);
  keySets.set(keys, known);
  return known.has(key);
}

const mostListed = 10;

function listed(keys: readonly string[]): string {
  const names = keys.slice(0, mostListed).map((key) => JSON.stringify(key));
  return keys.length > mostListed ? `${names.join(', ')} and others` : names.join(', ');
}
