import type { Range } from '@podlint/syntax';
import type { Finding } from './finding.js';

/**
 * Adds a finding, or puts it in the place of those with the given code that were made of the same field: one cause, one
 * diagnostic.
 * Place, the server's own words for it, and what the new finding lacks stay those of the first of them.
 */
export function addFinding(findings: Finding[], made: Finding, insteadOf: string | undefined): void {
  const [first, ...others] =
    insteadOf === undefined ? [] : findings.filter((other) => other.code === insteadOf && isSamePlace(other, made));
  if (!first) {
    findings.push(made);
    return;
  }
  findings[findings.indexOf(first)] = superseding(first, made);
  for (const other of others) findings.splice(findings.indexOf(other), 1);
}

function isSamePlace(a: Finding, b: Finding): boolean {
  return a.path.equals(b.path) || isSameRange(a, b);
}

function isSameRange(a: { readonly range: Range }, b: { readonly range: Range }): boolean {
  return a.range.start === b.range.start && a.range.end === b.range.end;
}

function superseding({ path, range, api, fixes, choices, related }: Finding, made: Finding): Finding {
  const added = made.related.filter((place) => !related.some((known) => isSameRange(known, place)));
  return {
    ...made,
    path,
    range,
    api,
    // Whoever says that nothing can be fixed, by an empty list, knows better.
    fixes: made.fixes ?? fixes,
    choices: firstFilled(made.choices, choices),
    related: [...related, ...added],
  };
}

type Later<T> = (() => readonly T[]) | undefined;

function firstFilled<T>(own: Later<T>, others: Later<T>): Later<T> {
  if (!own || !others) return own ?? others;
  return () => {
    const made = own();
    return made.length > 0 ? made : others();
  };
}
