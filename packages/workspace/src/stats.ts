import { type Stats, statSync } from 'node:fs';

/**
 * What is at a path, through links too. Undefined: nothing that can be looked at, whatever the reason: it is not there, what
 * should be a folder above it is a file, links lead in a circle, a name is too long, or a folder may not be entered.
 */
export function statsAt(absolute: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
