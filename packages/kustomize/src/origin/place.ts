import type { Range } from '@podlint/syntax';

/** A stretch of a file's text, as offsets in UTF-16 units; `end` is exclusive. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Something that a build did to a value. */
export interface Step {
  /** The transformer or generator, as kustomize names it: `ImageTagTransformer`, `PatchTransformer`. */
  readonly kind: string;
  /** The file that asks for it: a kustomization, or a transformer's own file. */
  readonly file: string;
  /** The field of that file: `images[0]`, `namePrefix`. */
  readonly field: string;
  /** Where that field's value stands in the file. */
  readonly range?: Range | undefined;
}

/** The steps that a node went through, the last one first. */
export interface StepLink {
  readonly step: Step;
  readonly before: StepLink | undefined;
}

export function stepsOf(link: StepLink | undefined): Step[] {
  const steps: Step[] = [];
  for (let at = link; at; at = at.before) steps.push(at.step);
  return steps.reverse();
}

/** The list with one step more, unless it is the step that came last. */
export function withStep(before: StepLink | undefined, step: Step | undefined): StepLink | undefined {
  return !step || before?.step === step ? before : { step, before };
}
