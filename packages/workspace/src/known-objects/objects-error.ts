import type { ArgumentProblem } from '../discover.js';

/** What was named to judge others by cannot be read, or holds nothing to judge by. */
export class ObjectsError extends Error {
  override readonly name = 'ObjectsError';

  constructor(readonly problems: readonly ArgumentProblem[]) {
    super(problems.map(({ message }) => message).join('\n'));
  }
}
