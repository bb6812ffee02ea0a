/**
 * What fixes may never do, over every manifest of the project's own test data and changes of them. 100,000 runs:
 * `PODLINT_FUZZ_RUNS=100000 npm run test:run -- fixes/properties`; `PODLINT_FUZZ_SEED` makes the same ones again.
 */
import { test } from 'node:test';
import fc from 'fast-check';
import { createLinter } from 'podlint';
import { corpus } from './corpus.js';
import { mutation, mutated } from './mutate.js';
import { proveFixes } from './prove.js';

const asked = process.env['PODLINT_FUZZ_RUNS'];

/** A long run looks for what is not known yet, any other looks at the same cases each time. */
const extent =
  asked === undefined
    ? { numRuns: 5000, seed: 1 }
    : { numRuns: Number(asked), seed: Number(process.env['PODLINT_FUZZ_SEED'] ?? Date.now() % 2 ** 31) };

const choices: readonly (readonly string[])[] = [['1.36'], ['1.29'], ['1.29', '1.36'], ['1.33', '1.36']];
const linters = choices.map((kubernetesVersions) => createLinter({ kubernetesVersions, preset: 'strict' }));

test('fixes keep what is accepted accepted, safe ones what is stored, and unsafe ones add no error', () => {
  if (asked !== undefined) process.stdout.write(`${extent.numRuns} runs, seed ${extent.seed}\n`);
  fc.assert(
    fc.property(
      fc.nat(corpus.length - 1),
      fc.array(mutation, { maxLength: 3 }),
      fc.nat(choices.length - 1),
      fc.nat(1000),
      (which, mutations, chosen, pick) => {
        const linter = linters[chosen]!;
        proveFixes(linter, mutated(corpus[which]!, corpus, mutations), pick);
      },
    ),
    extent,
  );
});
