import path from 'node:path';
import { readUpTo, reasonOf, reasons } from '@podlint/workspace';
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

/** Of all reports together. What is made of a report takes several times its size, and all are held at once. */
const mostMegabytes = 256;

/** The reports in some files, which are all of one format. Throws UsageError. */
export function readInputs(files: readonly string[], cwd: string): Inputs {
  let left = mostMegabytes * 1024 * 1024;
  const all = files.map((file) => {
    const bytes = readReport(file, cwd, left);
    left -= bytes.length;
    return { name: `"${file}"`, json: parsed(file, bytes) };
  });
  const sarif = all.filter(({ json }) => isSarif(json));
  const other = all.find((input) => !sarif.includes(input));
  if (sarif[0] && other)
    throw new UsageError(`${sarif[0].name} is SARIF and ${other.name} is not: merge reports of one format at a time`);
  return { format: sarif.length > 0 ? 'sarif' : 'json', all };
}

function readReport(file: string, cwd: string, most: number): Buffer {
  const bytes = bytesOf(file, cwd, most);
  if (bytes) return bytes;
  throw new UsageError(
    `"${file}" is not merged: with it the reports are larger than ${mostMegabytes} MB together, the most that is merged. Leave findings out of them with --level, or merge fewer reports.`,
  );
}

function bytesOf(file: string, cwd: string, most: number): Buffer | undefined {
  try {
    return readUpTo(path.resolve(cwd, file), most);
  } catch (error) {
    const reason = reasonOf(error);
    throw new UsageError(reason === reasons.gone ? `no such file: "${file}"` : `"${file}" is not merged: ${reason}`);
  }
}

function parsed(file: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new UsageError(`"${file}" is no report, since it is no JSON: ${(error as Error).message}`);
  }
}

function isSarif(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'runs' in json;
}
