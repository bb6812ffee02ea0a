import assert from 'node:assert/strict';
import type { Rule } from '@podlint/engine';
import type { Report } from 'podlint';
import { applyChoice, apiErrorsOf } from '../kit/choices.js';
import type { Case } from './cases.js';
import { findingsOf, lint } from './findings.js';

/** Each choice of a case, made by itself, takes its finding away and nothing that the server took before. */
export function proveChoices(rule: Rule, testCase: Case): void {
  const before = lint(rule, testCase.files, testCase);
  const found = findingsOf(rule, before);
  for (const { file, found: diagnostic } of found) {
    if (!rule.hasChoices) assert.deepEqual(diagnostic.choices, [], 'the metadata name no choices');
    for (const choice of diagnostic.choices) {
      const files = testCase.files.map(({ path, text }) =>
        path === file ? { path, text: applyChoice(text, choice) } : { path, text },
      );
      proveChosen(rule, lint(rule, files, testCase), before, choice.title);
    }
  }
}

function proveChosen(rule: Rule, after: Report, before: Report, title: string): void {
  assert.ok(findingsOf(rule, after).length < findingsOf(rule, before).length, `"${title}" removes its finding`);
  const newErrors = apiErrorsOf(after).filter((error) => !apiErrorsOf(before).includes(error));
  assert.deepEqual(newErrors, [], `"${title}" adds no error`);
}

/** How many choices the cases of a rule show. */
export function choicesIn(rule: Rule, cases: readonly Case[]): number {
  return cases
    .flatMap((testCase) => findingsOf(rule, lint(rule, testCase.files, testCase)))
    .reduce((sum, { found }) => sum + found.choices.length, 0);
}
