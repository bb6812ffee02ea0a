import { defineRule } from '@podlint/engine/rule';
import { references, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, groupOf, type CompleteOption } from '../../kit/refs/meaning.js';
import { missingMessages, missingObject } from '../../kit/refs/missing.js';
import { indexOf } from '../../kit/refs/run-index.js';

export default defineRule<keyof typeof missingMessages, CompleteOption, RefFacts>({
  id: 'refs/missing',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A reference to an object that is not there',
  brief: 'named object is missing',
  messages: missingMessages,
  options: completeOption,
  collects: references,
  run(view, report, { complete }) {
    const index = indexOf(view);
    const isAll = complete && view.extent === 'whole';
    for (const { object, facts } of view.collected) {
      for (const reference of facts.refs ?? []) {
        if (reference.key !== undefined || groupOf(object, reference.kind) !== 'object') continue;
        const found = missingObject(index, object, reference, isAll);
        if (found) report(object, found);
      }
    }
  },
});
