import { referenceAt, type ChoiceProposal, type FindingInRun, type RunObject } from '@podlint/engine/rule';
import { isAlwaysThere } from './always-there.js';
import type { KeptReference } from './facts.js';
import { levelOfMissing, meantChoice, meantFix } from './meaning.js';
import { meantBy, type RunIndex } from './run-index.js';

export const missingMessages = {
  near: 'There is no {kind} "{name}" in namespace "{namespace}", but one called "{meant}". Did you mean "{meant}"?',
  missing:
    'There is no {kind} "{name}" among the files of this run (namespace "{namespace}"). Add it, or correct the name.',
  named: 'the {kind} of that name',
} as const;

/** The same of what lives in no namespace. */
export const missingInClusterMessages = {
  nearInCluster: 'There is no {kind} "{name}", but one called "{meant}". Did you mean "{meant}"?',
  missingInCluster: 'There is no {kind} "{name}" among the files of this run. Add it, or correct the name.',
} as const;

/** What is to be said of a name; undefined where there is such an object, or may well be. */
export function missingObject(
  index: RunIndex,
  object: RunObject,
  reference: KeptReference,
  isAll: boolean,
): FindingInRun<keyof typeof missingMessages> | undefined {
  const meant = meantBy(object, reference);
  if (reference.optional || isAlwaysThere(meant) || index.find(meant).length > 0 || index.isMade(meant))
    return undefined;
  const at = referenceAt(object, reference.pattern, reference.items);
  const near = index.near(object, meant);
  if (!near) {
    const choices = (): readonly ChoiceProposal[] => index.alike(object, meant).map((name) => meantChoice(at, name));
    return { at, message: 'missing', data: { ...meant }, level: levelOfMissing(isAll), choices };
  }
  const { name, thing } = near;
  return {
    at,
    message: 'near',
    data: { ...meant, meant: name },
    level: 'warn' as const,
    fixes: () => meantFix(at, name),
    related: [
      {
        object: thing.object,
        at: thing.object.at.metadata.name,
        message: 'named' as const,
        data: { kind: meant.kind },
      },
    ],
  };
}
