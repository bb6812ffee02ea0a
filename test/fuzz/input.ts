import fc from 'fast-check';
import { corpus } from '../fixes/corpus.js';
import { mutation, mutated, type Mutation } from '../fixes/mutate.js';
import { edit, edited, type Edit } from '../session/edits.js';
import { graft, type Graft, restructured } from './restructure.js';

/** What an input is made by, in numbers, so that a failing one can be made smaller. */
interface Recipe {
  readonly texts: readonly number[];
  readonly grafts: readonly Graft[];
  readonly mutations: readonly Mutation[];
  readonly edits: readonly Edit[];
  /** What stands around all of it. */
  readonly around: readonly [before: string, behind: string];
  readonly lineBreak: '\n' | '\r\n';
}

/** A text to judge, and what it was before. */
export interface Input {
  readonly before: string;
  readonly text: string;
  /** Chooses among what is too much to do each time: settings, formats. */
  readonly pick: number;
}

const recipe: fc.Arbitrary<Recipe> = fc.record({
  texts: fc.array(fc.nat(corpus.length - 1), { minLength: 1, maxLength: 3 }),
  grafts: fc.array(graft, { maxLength: 3 }),
  mutations: fc.array(mutation, { maxLength: 3 }),
  edits: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(edit, { maxLength: 3 }) },
  ),
  around: fc.oneof(
    { weight: 7, arbitrary: fc.constant(['', ''] as const) },
    // A template, in which objects can be read all the same.
    { weight: 1, arbitrary: fc.constant(['{{- if .Values.on }}\n---\n', '\n{{ end -}}\n'] as const) },
  ),
  lineBreak: fc.constantFrom('\n', '\n', '\n', '\r\n'),
});

/** By structure first, then by lines, then by characters: the later ones break more. */
function cooked({ texts, grafts, mutations, edits, around, lineBreak }: Recipe): Omit<Input, 'pick'> {
  const before = texts.map((index) => corpus[index]!).join('\n---\n');
  const changed = mutated(restructured(before, grafts), corpus, mutations);
  const [start, end] = around;
  const text = edits.reduce(edited, `${start}${changed}${end}`);
  return { before, text: text.replaceAll('\n', lineBreak) };
}

export const input: fc.Arbitrary<Input> = fc
  .tuple(recipe, fc.nat(10_000))
  .map(([made, pick]) => ({ ...cooked(made), pick }));
