import { defineRule } from '@podlint/engine/rule';
import { referencesOf } from '../../kit/refs/each-reference.js';
import { references, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, isAllThere, type CompleteOption } from '../../kit/refs/meaning.js';
import { missingMessages, missingObject } from '../../kit/refs/missing.js';
import { indexOf } from '../../kit/refs/run-index.js';

export default defineRule<keyof typeof missingMessages, CompleteOption, RefFacts>({
  id: 'refs/hpa-target',
  level: 'warn',
  fix: 'unsafe',
  hasChoices: true,
  summary: 'An autoscaler whose target is not there',
  brief: 'autoscaler without target',
  messages: missingMessages,
  options: completeOption,
  collects: references,
  run(view, report, options) {
    const index = indexOf(view);
    const isAll = isAllThere(view, options);
    for (const { object, reference } of referencesOf(view, 'autoscaler')) {
      const found = missingObject(index, object, reference, isAll);
      if (found) report(object, found);
    }
  },
});
