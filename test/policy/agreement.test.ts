import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evaluateCel, podSecurity, podSecurityAdmission, podSecurityLabels, type CelResult } from 'podlint/policy';
import { createCases } from '../conformance/cases.js';
import {
  readCases,
  readVariables,
  type AdmissionCase,
  type CelCase,
  type LabelsCase,
  type PodSecurityCase,
} from './cases.js';

/** The ids of the cases on which the server and podlint differ. */
function differing<Case extends { readonly id: string }>(
  cases: readonly Case[],
  isSame: (example: Case) => boolean,
): readonly string[] {
  return cases.filter((example) => !isSame(example)).map(({ id }) => id);
}

describe('the API server and podlint say the same of an expression', () => {
  const variables = readVariables();
  const answered = readCases<CelCase>('cel').map((example) => ({
    ...example,
    answer: evaluateCel(example.expr, variables[example.vars ?? '']),
  }));

  test('what it gives, or that it does not compile, or that it fails', () => {
    assert.ok(answered.length > 5000);
    assert.deepEqual(
      differing(answered, (example) => isSameOutcome(example, example.answer)),
      [],
    );
  });

  test('which type it has', () => {
    const typed = answered.filter(({ type, answer }) => type !== undefined && 'type' in answer);
    assert.ok(typed.length > 3000);
    assert.deepEqual(
      differing(typed, ({ type, answer }) => 'type' in answer && answer.type === type),
      [],
    );
  });

  test('what it costs', () => {
    const priced = answered.filter(({ cost }) => cost !== undefined);
    assert.ok(priced.length > 4000);
    assert.deepEqual(
      differing(priced, ({ cost, answer }) => 'cost' in answer && answer.cost === cost),
      [],
    );
  });

  test('where the first problem of one is that does not compile', () => {
    const refused = answered.filter(({ compile }) => compile !== undefined);
    assert.ok(refused.length > 900);
    const differ = differing(refused, ({ compile = [], answer }) => {
      if (!('compile' in answer)) return false;
      const [[line, column] = []] = compile;
      const [first] = answer.compile;
      return first?.line === line && first?.column === column;
    });
    assert.ok(differ.length / refused.length < 0.01, differ.join(' '));
  });
});

function isSameOutcome(example: CelCase, answer: CelResult): boolean {
  if (example.program) return 'compile' in answer || 'error' in answer;
  if (example.compile) return 'compile' in answer;
  if (example.error || example.budget) return 'error' in answer;
  return 'result' in answer && comparable(example.expr, answer.result) === comparable(example.expr, example.result);
}

/** Complaints of formats are recorded without their words. */
function comparable(expression: string, result: unknown): string {
  return JSON.stringify(result, (_key, value: unknown) => {
    if (expression.includes('validate(') && (typeof value === 'string' || isSentence(value))) return '';
    return isPlainObject(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
  });
}

function isSentence(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'sentence' in value;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const versions = [...Array.from({ length: 37 }, (_, minor) => `v1.${minor}`), 'latest'];

function rank(version: string): number {
  return version === 'latest' ? Infinity : Number(version.slice('v1.'.length));
}

describe('the API server and podlint say the same of Pod security', () => {
  test('which checks fail, in every version of the standards', () => {
    const manifests = new Map(createCases('1.36').map(({ id, manifest }) => [id, manifest]));
    const cases = readCases<PodSecurityCase>('pod-security');
    assert.ok(cases.length > 4000);
    const isSameIn = (version: string, manifest: object | string, { answers }: PodSecurityCase): boolean => {
      const [, ...expected] = answers.findLast(([from]) => rank(from) <= rank(version)) ?? ['', [], []];
      const { baseline, restricted } = podSecurity(manifest, version);
      const found = [baseline, restricted].map((violations) => [...new Set(violations.map(({ check }) => check))]);
      return found.every((checks, level) => sorted(checks) === sorted(expected[level] ?? []));
    };
    const differ = differing(cases, (example) => {
      const manifest = example.manifest ?? manifests.get(example.id) ?? assert.fail(example.id);
      return versions.every((version) => isSameIn(version, manifest, example));
    });
    assert.deepEqual(differ, []);
  });

  test('which levels the labels of a namespace set, and which labels cannot be read', () => {
    const cases = readCases<LabelsCase>('labels');
    assert.ok(cases.length > 500);
    const differ = differing(cases, (example) => {
      const { policy, errors } = podSecurityLabels(example);
      return (
        Object.entries(example.policy).every(([mode, level]) => policy[mode as keyof typeof policy] === level) &&
        sorted(errors.map(({ type, field }) => `${type} ${field}`)) ===
          sorted((example.errors ?? []).map((pair) => pair.join(' ')))
      );
    });
    assert.deepEqual(differ, []);
  });

  test('whether a request is allowed, and how many warnings it gets', () => {
    const cases = readCases<AdmissionCase>('admission');
    assert.ok(cases.length > 900);
    const differ = differing(cases, (example) => {
      const answer = podSecurityAdmission(example);
      if ('refused' in example.expect) return 'configError' in answer;
      const { allowed, warnings } = example.expect;
      return !('configError' in answer) && answer.allowed === allowed && (answer.warnings ?? []).length === warnings;
    });
    assert.deepEqual(differ, []);
  });
});

function sorted(texts: readonly string[]): string {
  return texts.toSorted().join('\n');
}
