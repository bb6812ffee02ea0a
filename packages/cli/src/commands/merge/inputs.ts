import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reasonOf, reasons } from '@podlint/workspace';
import { UsageError } from '../../command-line/usage-error.js';

/** A report that was read, and what messages call it. */
export interface Input {
  readonly name: string;
  readonly json: unknown;
}

export interface Inputs {
  readonly format: 'json' | 'sarif';
  readonly all: readonly Input[];
}

/** The reports in some files, which are all of one format. Throws UsageError. */
export function readInputs(files: readonly string[], cwd: string): Inputs {
  const all = files.map((file) => ({ name: `"${file}"`, json: readJson(file, cwd) }));
  const sarif = all.filter(({ json }) => isSarif(json));
  const other = all.find((input) => !sarif.includes(input));
  if (sarif[0] && other)
    throw new UsageError(`${sarif[0].name} is SARIF and ${other.name} is not: merge reports of one format at a time`);
  return { format: sarif.length > 0 ? 'sarif' : 'json', all };
}

function readJson(file: string, cwd: string): unknown {
  let text: string;
  try {
    text = readFileSync(path.resolve(cwd, file), 'utf8');
  } catch (error) {
    const reason = reasonOf(error);
    throw new UsageError(reason === reasons.gone ? `no such file: "${file}"` : `"${file}" is not merged: ${reason}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`"${file}" is no report, since it is no JSON: ${(error as Error).message}`);
  }
}

function isSarif(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'runs' in json;
}
