import path from 'node:path';
import type { ConfigProblem } from '@podlint/engine/config';

/** A config file is wrong. Each message is one line that starts with the file, its line and column. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly messages: readonly string[]) {
    super(messages.join('\n'));
  }
}

export function problemsIn(absolute: string, problems: readonly ConfigProblem[], cwd: string): ConfigError {
  return new ConfigError(problems.map(({ line, column, message }) => `${shownAs(absolute, cwd)}:${line}:${column}: ${message}`));
}

/** Relative to the working directory for what is inside of it, with forward slashes. */
export function shownAs(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  return (relative.startsWith('..') || path.isAbsolute(relative) ? absolute : relative).replaceAll(path.sep, '/');
}
