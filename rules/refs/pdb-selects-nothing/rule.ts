import { defineRule } from '@podlint/engine/rule';
import type { policy } from '@podlint/model';
import { references, type KnownObject, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, type CompleteOption } from '../../kit/refs/meaning.js';
import { emptySelections, selectionMessages } from '../../kit/refs/selecting.js';
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
  run(view, report, options) {
    for (const { object, found } of emptySelections(view, options, labelsOf)) report(object, found);
  },
});

function labelsOf({ object }: KnownObject) {
  if (object.kindName !== 'PodDisruptionBudget') return undefined;
  return fieldsOf<policy.PodDisruptionBudget>(object).spec.selector.matchLabels;
}
