import { defineRule } from '@podlint/engine/rule';
import type { networking } from '@podlint/model';
import { references, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, type CompleteOption } from '../../kit/refs/meaning.js';
import { indexOf } from '../../kit/refs/run-index.js';
import { emptySelection, selectionMessages } from '../../kit/refs/selecting.js';
import { fieldsOf } from '../../kit/typed.js';

export default defineRule<keyof typeof selectionMessages, CompleteOption, RefFacts>({
  id: 'refs/network-policy-selects-nothing',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A NetworkPolicy whose selector matches no Pod',
  brief: 'policy without Pods',
  messages: selectionMessages,
  options: completeOption,
  collects: references,
  run(view, report, { complete }) {
    const index = indexOf(view);
    const isAll = complete && view.extent === 'whole';
    for (const { object, facts } of view.collected) {
      if (object.kindName !== 'NetworkPolicy' || !facts.selects) continue;
      const at = fieldsOf<networking.NetworkPolicy>(object).spec.podSelector.matchLabels;
      const found = emptySelection(index, { object, selector: facts.selects, at, isAll });
      if (found) report(object, found);
    }
  },
});
