import { defineRule } from '@podlint/engine/rule';
import { references, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, groupOf, type CompleteOption } from '../../kit/refs/meaning.js';
import { missingMessages, missingObject } from '../../kit/refs/missing.js';
import { indexOf } from '../../kit/refs/run-index.js';

export default defineRule<keyof typeof missingMessages, CompleteOption, RefFacts>({
  id: 'refs/hpa-target',
  level: 'warn',
  fix: 'unsafe',
  summary: 'An autoscaler whose target is not there',
  brief: 'autoscaler without target',
  messages: missingMessages,
  options: completeOption,
  collects: references,
  run(view, report, { complete }) {
    const index = indexOf(view);
    const isAll = complete && view.extent === 'whole';
    for (const { object, facts } of view.collected) {
      for (const reference of facts.refs ?? []) {
        if (groupOf(object, reference.kind) !== 'autoscaler') continue;
        const found = missingObject(index, object, reference, isAll);
        if (found) report(object, found);
      }
    }
  },
});
