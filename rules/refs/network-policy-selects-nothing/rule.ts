import { defineRule } from '@podlint/engine/rule';
import type { networking } from '@podlint/model';
import { references, type KnownObject, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, type CompleteOption } from '../../kit/refs/meaning.js';
import { peerSelectors } from '../../kit/refs/peers.js';
import type { RunIndex } from '../../kit/refs/run-index.js';
import { emptySelections, ownSelector, selectionMessages, type PlacedSelector } from '../../kit/refs/selecting.js';
import { fieldsOf } from '../../kit/typed.js';

export default defineRule<keyof typeof selectionMessages, CompleteOption, RefFacts>({
  id: 'refs/network-policy-selects-nothing',
  level: 'warn',
  fix: 'unsafe',
  hasChoices: true,
  summary: 'A NetworkPolicy that selects no Pod, or lets none in or out',
  brief: 'policy without Pods',
  messages: selectionMessages,
  options: completeOption,
  collects: references,
  run(view, report, options) {
    for (const { object, found } of emptySelections(view, options, selectorsOf)) report(object, found);
  },
});

/** Those that it is about, and those that it lets in or out to. */
function selectorsOf(known: KnownObject, index: RunIndex): readonly PlacedSelector[] {
  const { object } = known;
  if (object.kindName !== 'NetworkPolicy') return [];
  const at = fieldsOf<networking.NetworkPolicy>(object).spec.podSelector.matchLabels;
  return [...ownSelector(known, at), ...peerSelectors(known, index)];
}
