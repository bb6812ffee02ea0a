import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/**
 * Sets outputs of the step; without a file to write them to nobody asks for them. A delimiter that nobody can guess
 * keeps a value from setting others.
 */
export function setOutputs(outputs: Readonly<Record<string, string | number>>, file: string | undefined): void {
  if (!file) return;
  const delimiter = `podlint-${randomUUID()}`;
  appendFileSync(
    file,
    Object.entries(outputs)
      .map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
      .join(''),
  );
}
