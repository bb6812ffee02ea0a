import type { Operation } from '../environment.js';
import { PatternFault, regexOf, type Regex } from '@podlint/regex';
import { noSuchOverload, says } from '../values/failures.js';
import { Failure, type Value } from '../values/value.js';

/** What the functions do that take a regular expression as their second argument. */
const operations: ReadonlyMap<string, (regex: Regex, text: string, limit: number) => Value> = new Map<
  string,
  (regex: Regex, text: string, limit: number) => Value
>([
  ['matches', (regex, text) => regex.test(text)],
  ['find', (regex, text) => regex.find(text)],
  ['findAll', (regex, text, limit) => regex.findAll(text, limit)],
]);

/** The operation with a pattern that is known; undefined for functions that take none. */
export function precompiled(name: string, pattern: string): Operation | Failure | undefined {
  const operation = operations.get(name);
  if (!operation) return undefined;
  const regex = compiledPattern(pattern);
  if (regex instanceof Failure) return regex;
  return (text, _pattern, limit) =>
    typeof text === 'string' ? operation(regex, text, limitOf(limit)) : noSuchOverload;
}

/** The operation with a pattern that is only known when it runs. */
export function matching(name: 'matches' | 'find' | 'findAll'): Operation {
  const operation = operations.get(name)!;
  return (text, pattern, limit) => {
    if (typeof text !== 'string' || typeof pattern !== 'string') return noSuchOverload;
    const regex = compiledPattern(pattern);
    return regex instanceof Failure ? regex : operation(regex, text, limitOf(limit));
  };
}

function limitOf(limit: Value | undefined): number {
  return limit === undefined ? -1 : Number(limit);
}

export function compiledPattern(pattern: string): Regex | Failure {
  const regex = regexOf(pattern);
  return regex instanceof PatternFault ? new Failure(says.regex({ problem: regex.message })) : regex;
}
