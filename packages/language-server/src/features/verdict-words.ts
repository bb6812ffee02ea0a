import type { Verdict } from '@podlint/engine';

/** Whether the server of any of the versions would not take it. */
export function isRefused(verdicts: Readonly<Record<string, Verdict>>): boolean {
  return Object.values(verdicts).some((verdict) => verdict !== 'accept');
}

/** What a person reads for a verdict. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  undecodable: 'not readable',
  unserved: 'not served',
};
