import { defineRule } from '@podlint/engine/rule';
import type { networking } from '@podlint/model';
import { references, type KnownObject, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, type CompleteOption } from '../../kit/refs/meaning.js';
import { emptySelections, selectionMessages } from '../../kit/refs/selecting.js';
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
  run(view, report, options) {
    for (const { object, found } of emptySelections(view, options, labelsOf)) report(object, found);
  },
});

function labelsOf({ object }: KnownObject) {
  if (object.kindName !== 'NetworkPolicy') return undefined;
  return fieldsOf<networking.NetworkPolicy>(object).spec.podSelector.matchLabels;
}
