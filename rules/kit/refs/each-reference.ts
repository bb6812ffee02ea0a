import type { RunObject, RunView } from '@podlint/engine/rule';
import type { KeptReference, RefFacts } from './facts.js';
import { groupOf, type Group } from './meaning.js';

/** The references of a run that one rule speaks of, each with the object that it stands in. */
export function* referencesOf(
  { collected }: RunView<RefFacts>,
  group: Group,
): Generator<{ readonly object: RunObject; readonly reference: KeptReference }> {
  for (const { object, facts } of collected)
    for (const reference of facts.refs ?? [])
      if (groupOf(object, reference.kind) === group) yield { object, reference };
}
