import path from 'node:path';
import { catalogue } from '@podlint/rules';
import type { Rule } from '@podlint/engine';

/** The folder of all rules. */
export const rulesFolder = path.resolve(import.meta.dirname, '../../../rules');

/** `npm run test:run -- rules/probes/no-liveness` sets it, to ids with commas between them; unset: every rule. */
const chosen = process.env['PODLINT_TESTED_RULES']?.split(',');

export function isChosen(id: string): boolean {
  return chosen === undefined || chosen.includes(id);
}

/** The rules to test. */
export const testedRules: readonly Rule[] = catalogue.filter(({ id }) => isChosen(id));
