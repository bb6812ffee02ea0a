import type { Finding } from '../findings/finding.js';

/** Takes findings out of a list and keeps them under their cause, which is one of the list. */
export function moveUnder(cause: Finding, following: readonly Finding[], findings: Finding[]): void {
  if (following.length === 0) return;
  const follows = [...cause.follows, ...following.flatMap((other) => [other, ...other.follows])];
  const kept = findings.filter((finding) => !following.includes(finding));
  findings.length = 0;
  for (const finding of kept) findings.push(finding === cause ? { ...cause, follows } : finding);
}
