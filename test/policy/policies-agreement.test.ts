import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admit, validatingPolicies, type AdmissionStep, type Decision, type RefusedObject } from 'podlint/policy';
import {
  readCases,
  type ChainCase,
  type PoliciesCase,
  type RecordedDecision,
  type RecordedRefusal,
  type RecordedStep,
} from './cases.js';

const sorted = (texts: readonly string[]): string => [...new Set(texts)].sort().join('\n');

describe('the API server and podlint say the same of requests under policies', () => {
  const judged = readCases<PoliciesCase>('policies').map(({ expect, policyErrors, bindingErrors, ...scenario }) => ({
    ...{ id: scenario.id, expect, policyErrors, bindingErrors },
    answer: validatingPolicies(scenario),
  }));

  test('which policies and bindings the API refuses', () => {
    assert.ok(judged.length > 250);
    for (const { id, answer, policyErrors, bindingErrors } of judged) {
      assert.deepEqual(answer.policyErrors.map(refusal), (policyErrors ?? []).map(recordedRefusal), id);
      assert.deepEqual(answer.bindingErrors.map(refusal), (bindingErrors ?? []).map(recordedRefusal), id);
    }
  });

  test('which requests are allowed, what each policy says, and what is noted', () => {
    for (const { id, answer, expect } of judged) {
      assert.deepEqual(
        answer.expect.map(({ allowed }) => allowed),
        expect.map(({ allowed }) => allowed),
        id,
      );
      for (const [i, { decisions }] of expect.entries())
        assert.deepEqual(
          (answer.expect[i]?.decisions ?? []).map(recordOf).sort(byPair),
          decisions.map(withoutOrder).sort(byPair),
          `${id}, request ${i}`,
        );
    }
  });
});

const byPair = (a: RecordedDecision, b: RecordedDecision): number =>
  `${a.policy} ${a.binding}` < `${b.policy} ${b.binding}` ? -1 : 1;

function withoutOrder(decision: RecordedDecision): RecordedDecision {
  return { ...decision, audit: decision.audit.toSorted() };
}

function recordOf({ denied, failures = [], warnings = [], audit = {}, ...decision }: Decision): RecordedDecision {
  return {
    ...decision,
    denied: denied !== undefined,
    failures: failures.length,
    warnings: warnings.length,
    audit: Object.keys(audit).sort(),
  };
}

function refusal({ name, errors = [] }: RefusedObject): string {
  return `${name}: ${sorted(errors.map(({ type, field }) => `${type} ${field}`))}`;
}

function recordedRefusal({ name, errors = [] }: RecordedRefusal): string {
  return `${name}: ${sorted(errors.map((pair) => pair.join(' ')))}`;
}

describe('the API server and podlint say the same of what admission makes of an object', () => {
  const cases = readCases<ChainCase>('chain');

  test('who refuses it, what comes of it, and what is left of the quotas', () => {
    assert.ok(cases.length > 200);
    for (const { id, expect, ...scenario } of cases) {
      const steps = admit(scenario).expect;
      assert.equal(steps.length, expect.length, id);
      for (const [i, step] of expect.entries())
        assert.deepEqual(comparable(steps[i] ?? assert.fail(id)), plain(step), `${id}, step ${i}`);
    }
  });
});

function comparable({ refused, ...step }: AdmissionStep): object {
  if (!refused) return plain(step);
  const fields = refused.causes?.map(({ type, field }) => [type, field] as const);
  return plain({ ...step, refused: { plugin: refused.plugin, code: refused.code, ...(fields && { fields }) } });
}

/** Without what is undefined, and mistakes of a field in one order. */
function plain(step: RecordedStep | AdmissionStep): object {
  const { refused } = step;
  const fields = refused && 'fields' in refused ? refused.fields : undefined;
  const whole = {
    ...step,
    ...(fields && { refused: { ...refused, fields: sorted(fields.map((one) => one.join(' '))) } }),
  };
  return JSON.parse(JSON.stringify(whole)) as object;
}
