import { defineRule } from '@podlint/engine/rule';
import type { policy } from '@podlint/model';
import { references, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, type CompleteOption } from '../../kit/refs/meaning.js';
import { indexOf } from '../../kit/refs/run-index.js';
import { emptySelection, selectionMessages } from '../../kit/refs/selecting.js';
import { fieldsOf } from '../../kit/typed.js';

export default defineRule<keyof typeof selectionMessages, CompleteOption, RefFacts>({
  id: 'refs/pdb-selects-nothing',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A PodDisruptionBudget whose selector matches no Pod',
  brief: 'budget without Pods',
  messages: selectionMessages,
  options: completeOption,
  collects: references,
  run(view, report, { complete }) {
    const index = indexOf(view);
    const isAll = complete && view.extent === 'whole';
    for (const { object, facts } of view.collected) {
      if (object.kindName !== 'PodDisruptionBudget' || !facts.selects) continue;
      const at = fieldsOf<policy.PodDisruptionBudget>(object).spec.selector.matchLabels;
      const found = emptySelection(index, { object, selector: facts.selects, at, isAll });
      if (found) report(object, found);
    }
  },
});
