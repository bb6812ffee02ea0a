import fc from 'fast-check';
import { mutation, mutated, type Mutation } from '../../fixes/mutate.js';
import { edit, edited, type Edit } from '../../session/edits.js';
import { graft, restructured, type Graft } from '../restructure.js';

/** What becomes of a file, in numbers, so that a failing one can be made smaller. */
interface Change {
  readonly file: number;
  readonly grafts: readonly Graft[];
  readonly mutations: readonly Mutation[];
  readonly edits: readonly Edit[];
}

/** Some files of the repository changed, and which of the calls that read the first of them is made. */
export interface Disturbance {
  readonly changes: readonly Change[];
  readonly call: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  file: fc.nat(1000),
  grafts: fc.array(graft, { maxLength: 3 }),
  mutations: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(mutation, { maxLength: 2 }) },
  ),
  edits: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(edit, { maxLength: 3 }) },
  ),
});

export const disturbance: fc.Arbitrary<Disturbance> = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 2 }),
  call: fc.nat(1000),
});

export function changed(text: string, others: readonly string[], { grafts, mutations, edits }: Change): string {
  return edits.reduce(edited, mutated(restructured(text, grafts), others, mutations));
}
