import path from 'node:path';
import type { ConfigProblem } from '@podlint/engine/config';

/** A mistake, and the config file that it is in. */
export interface PlacedProblem extends ConfigProblem {
  readonly absolute: string;
}

/** A config file is wrong. Each message is one line that starts with the file, its line and column. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  /** @param places the same, for who shows them in the file itself; empty where no single file is to blame */
  constructor(
    readonly messages: readonly string[],
    readonly places: readonly PlacedProblem[] = [],
  ) {
    super(messages.join('\n'));
  }
}

export function problemsIn(absolute: string, problems: readonly ConfigProblem[], cwd: string): ConfigError {
  const messages = problems.map(
    ({ line, column, message }) => `${shownAs(absolute, cwd)}:${line}:${column}: ${message}`,
  );
  return new ConfigError(
    messages,
    problems.map((problem) => ({ ...problem, absolute })),
  );
}

/** Relative to the working directory for what is inside of it, with forward slashes. */
export function shownAs(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  return (relative.startsWith('..') || path.isAbsolute(relative) ? absolute : relative).replaceAll(path.sep, '/');
}

/** Does something for which a config may be wrong; what is wrong is added to the errors, each once. */
export function attempt<T>(step: () => readonly T[], errors: ConfigError[]): readonly T[] {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    errors.push(error);
    return [];
  }
}

/** All mistakes together, each once. */
export function joined(errors: readonly ConfigError[]): ConfigError {
  const places = errors.flatMap((error) => error.places);
  return new ConfigError(
    [...new Set(errors.flatMap(({ messages }) => messages))],
    places.filter((place, index) => places.findIndex((other) => isSame(place, other)) === index),
  );
}

function isSame(one: PlacedProblem, other: PlacedProblem): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
