import { defineRule, referenceAt, remove } from '@podlint/engine/rule';
import type { apps } from '@podlint/model';
import { referencesOf } from '../../kit/refs/each-reference.js';
import { references, type RefFacts } from '../../kit/refs/facts.js';
import { indexOf, meantBy } from '../../kit/refs/run-index.js';
import { fieldsOf } from '../../kit/typed.js';

export default defineRule<'replicas' | 'autoscaler', unknown, RefFacts>({
  id: 'refs/hpa-and-replicas',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A number of replicas in a workload that an autoscaler scales',
  brief: 'replicas beside an autoscaler',
  messages: {
    replicas:
      'The autoscaler "{autoscaler}" sets replicas, and so does this manifest. Each time it is applied the number goes back to {count}. Remove replicas.',
    autoscaler: 'the autoscaler',
  },
  collects: references,
  run(view, report) {
    const index = indexOf(view);
    for (const { object: autoscaler, reference } of referencesOf(view, 'autoscaler')) {
      for (const { object, facts: target } of index.find(meantBy(autoscaler, reference))) {
        // None at all is a workload that is switched off, which an autoscaler leaves alone.
        if (!target.replicas?.written || target.replicas.count === 0) continue;
        const at = fieldsOf<apps.Deployment>(object).spec.replicas;
        report(object, {
          at,
          message: 'replicas',
          data: { autoscaler: autoscaler.name, count: target.replicas.count },
          fixes: () => [{ title: 'Remove replicas', safety: 'unsafe', changes: [remove(at)] }],
          related: [
            {
              object: autoscaler,
              at: referenceAt(autoscaler, reference.pattern, reference.items),
              message: 'autoscaler',
            },
          ],
        });
      }
    }
  },
});
