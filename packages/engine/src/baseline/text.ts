import { compareText } from '../findings/compare-text.js';
import type { Baseline } from './baseline.js';

/** The text is no baseline that can be read; the message says why, for people. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

const version = 1;
const fingerprint = /^[0-9a-f]{16}:[1-9]\d*$/;

/**
 * A baseline as a file: one line a finding, sorted, so that changes of two branches meet on few lines.
 * @returns JSON
 */
export function baselineText(baseline: Baseline): string {
  const files = sorted(baseline, ([name]) => name).map(([name, findings]) => [
    name,
    Object.fromEntries(sorted(findings, ([print, about]) => `${about} ${print}`)),
  ]);
  return `${JSON.stringify({ version, files: Object.fromEntries(files) as unknown }, undefined, 2)}\n`;
}

function sorted<T>(
  entries: ReadonlyMap<string, T>,
  keyOf: (entry: readonly [string, T]) => string,
): (readonly [string, T])[] {
  return [...entries].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

/** @throws BaselineError */
export function parseBaseline(text: string): Baseline {
  const json = parseJson(text);
  if (!isRecord(json) || !isRecord(json.files) || typeof json.version !== 'number')
    throw new BaselineError('it is no baseline: that has "version" and "files"');
  if (json.version !== version)
    throw new BaselineError(
      `it is of version ${json.version}, and this podlint knows version ${version}: use the podlint that wrote it`,
    );
  return new Map(Object.entries(json.files).map(([name, findings]) => [name, parseFindings(name, findings)]));
}

function parseJson(text: string): unknown {
  if (/^(?:<{7}|>{7}) /m.test(text))
    throw new BaselineError('it has the marks of a merge conflict: keep the lines of both sides');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BaselineError(`it is no JSON: ${(error as Error).message}`);
  }
}

function parseFindings(name: string, findings: unknown): ReadonlyMap<string, string> {
  if (!isRecord(findings)) throw new BaselineError(`what it has for "${name}" is no list of findings`);
  return new Map(
    Object.entries(findings).map(([print, about]) => {
      if (!fingerprint.test(print))
        throw new BaselineError(`"${print}", which it has for "${name}", is no fingerprint`);
      return [print, String(about)];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
