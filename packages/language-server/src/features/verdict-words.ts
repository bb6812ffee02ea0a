import type { Verdict } from '@podlint/engine';

/** What a person reads for a verdict. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  undecodable: 'not readable',
  unserved: 'not served',
};
