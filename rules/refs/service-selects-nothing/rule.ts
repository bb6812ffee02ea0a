import { defineRule } from '@podlint/engine/rule';
import type { core } from '@podlint/model';
import { references, type KnownObject, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, type CompleteOption } from '../../kit/refs/meaning.js';
import { emptySelections, ownSelector, selectionMessages, type PlacedSelector } from '../../kit/refs/selecting.js';
import { fieldsOf } from '../../kit/typed.js';

export default defineRule<keyof typeof selectionMessages, CompleteOption, RefFacts>({
  id: 'refs/service-selects-nothing',
  level: 'warn',
  fix: 'unsafe',
  hasChoices: true,
  summary: 'A Service whose selector matches no Pod',
  brief: 'Service without Pods',
  messages: selectionMessages,
  options: completeOption,
  collects: references,
  run(view, report, options) {
    for (const { object, found } of emptySelections(view, options, selectorsOf)) report(object, found);
  },
});

function selectorsOf(known: KnownObject): readonly PlacedSelector[] {
  const { object, facts } = known;
  if (object.kindName !== 'Service' || facts.service?.external) return [];
  return ownSelector(known, fieldsOf<core.Service>(object).spec.selector);
}
