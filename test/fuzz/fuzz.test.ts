// What must be true of every text (invariants.ts): of those that failed once, and of 20,000 others, the same each time.
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { disturbance } from './commands/input.js';
import { Repository } from './commands/repository.js';
import { input } from './input.js';
import { prove } from './invariants.js';
import { keptInputs } from './kept.js';

describe('inputs that failed once', () => {
  for (const { name, input: kept } of keptInputs()) test(`${name}: ${kept.about}`, () => prove(kept));
});

describe('inputs made of others', () => {
  /** The cheap invariants hold for all, and all of them for some. */
  const cheap = ['no fault', 'places inside of the text', 'every format is read by its reader'];

  test('20,000 of them are judged without a fault', () => {
    fc.assert(
      fc.property(input, (made) => prove(made, cheap)),
      { numRuns: 20_000, seed: 1, interruptAfterTimeLimit: 60_000 },
    );
  });

  test('and some in every way', () => {
    fc.assert(
      fc.property(input, (made) => prove(made)),
      { numRuns: 1500, seed: 2, interruptAfterTimeLimit: 60_000 },
    );
  });
});

test('commands in a repository with files changed at random end as they should', async (t) => {
  const repository = await Repository.make();
  t.after(() => repository.remove());
  await fc.assert(
    fc.asyncProperty(disturbance, (made) => repository.prove(made)),
    { numRuns: 200, seed: 3, interruptAfterTimeLimit: 60_000 },
  );
});
