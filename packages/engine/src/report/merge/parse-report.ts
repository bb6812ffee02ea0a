import { validateReport } from '@podlint/schema/report';
import type { Report } from '../report.js';
import { MergeError } from './merge-error.js';

/**
 * A JSON report, made sure of.
 * @param name what messages call it
 * @throws MergeError with the first thing that is wrong
 */
export function parseReport(name: string, json: unknown): Report {
  if (validateReport(json)) return json as Report;
  const [first] = validateReport.errors ?? [];
  const where = first?.instancePath ? `${first.instancePath.slice(1)} ` : '';
  throw new MergeError(`${name} is no JSON report of this podlint: ${where}${first?.message}`);
}
