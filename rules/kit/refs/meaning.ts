import { set, type ChoiceProposal, type Field, type FixProposal, type RunView } from '@podlint/engine/rule';

/** The option of the rules that say what is missing. */
export interface CompleteOption {
  readonly complete: boolean;
}

export const completeOption = {
  schema: {
    type: 'object',
    properties: {
      complete: {
        type: 'boolean',
        description: 'The run holds the objects of one cluster, so that what is not in it does not exist',
      },
    },
    additionalProperties: false,
  },
  defaults: { complete: false },
} as const;

/** Whether what is not in the run does not exist. */
export function isAllThere({ extent }: Pick<RunView, 'extent'>, { complete }: CompleteOption): boolean {
  return complete && extent === 'whole';
}

/** How much is said of what is not there: it may come from elsewhere, unless the run is all there is. */
export function levelOfMissing(isAll: boolean): 'warn' | 'info' {
  return isAll ? 'warn' : 'info';
}

/** Puts the name that was most likely meant into a field. */
export function meantFix(at: Field, name: string | number): readonly FixProposal[] {
  return [{ title: `Change it to ${JSON.stringify(name)}`, safety: 'unsafe', changes: [set(at, name)] }];
}

/** The same for a person to choose. */
export function meantChoice(at: Field, name: string | number): ChoiceProposal {
  return { title: `Change it to ${JSON.stringify(name)}`, changes: [set(at, name)] };
}

export type Group = 'object' | 'ingress' | 'autoscaler' | 'stateful set';

/** Some references have a rule of their own. */
export function groupOf(object: { readonly kindName: string }, kind: string): Group {
  if (object.kindName === 'Ingress' && kind === 'Service') return 'ingress';
  if (object.kindName === 'StatefulSet' && kind === 'Service') return 'stateful set';
  return scalers.has(object.kindName) ? 'autoscaler' : 'object';
}

const scalers: ReadonlySet<string> = new Set(['HorizontalPodAutoscaler', 'ScaledObject']);
