import { defineMessages, textOf, type Message } from '@podlint/messages';
import { isObject, type Json } from '../../crd/values/json.js';
import { textAt } from '../objects/resource.js';
import type { RefusedObject } from '../objects/read-objects.js';
import { firstDifference } from './first-difference.js';
import { validatingPolicies, type RequestAnswer } from './validating-policies.js';
import { paramKindsOf } from './param-kinds.js';
import type { AdmissionRequest } from './request.js';

const says = defineMessages('policy-test', {
  'was-refused': 'the request should be allowed, and is refused: {text}',
  'was-allowed': 'the request should be refused, and is allowed',
  'other-message': 'the message should be "{expected}", and is {found}',
  'no-message': 'the message should be "{expected}", and nothing is said',
  'other-patch': '{path} should be {expected}, and is {found}',
  nothing: 'not there',
  invalid: 'the server refuses the object before a validating policy sees it: {field}: {problem}',
  'refused-policy': '{kind} {name} takes no part, as the API refuses it: {problem}',
});

/** A request, and what the policies should answer to it. */
export interface PolicyTest extends Partial<AdmissionRequest> {
  readonly name?: string;
  /** Default: it is. */
  readonly allowed?: boolean;
  /** What one of the policies says, be it by refusing the request, a warning or a note. */
  readonly message?: string;
  /** Fields that the object has when the mutating policies are done with it; null: it does not have that field. */
  readonly patched?: Json;
}

export interface PolicyTestResult {
  readonly name: string;
  /** What is other than expected; undefined: the test passes. */
  readonly problem?: string;
}

export interface PolicyTestRun {
  /** Policies, bindings, params, namespaces, definitions of the kinds of params. */
  readonly objects: readonly object[];
  readonly tests: readonly PolicyTest[];
}

/** Asks policies, and compares their answers with what was expected; `refused`: policies that take no part. */
export function runPolicyTests({ objects, tests }: PolicyTestRun): {
  readonly refused: readonly string[];
  readonly results: readonly PolicyTestResult[];
} {
  const all = objects.filter((object): object is Json => isObject(object));
  const named = (kind: string): readonly Json[] => all.filter((object) => textAt(object, 'kind') === kind);
  const { policyErrors, bindingErrors, expect } = validatingPolicies({
    policies: named('ValidatingAdmissionPolicy'),
    bindings: named('ValidatingAdmissionPolicyBinding'),
    mutating: { policies: named('MutatingAdmissionPolicy'), bindings: named('MutatingAdmissionPolicyBinding') },
    namespaces: named('Namespace'),
    params: all,
    paramKinds: paramKindsOf(all),
    requests: tests.map(requestOf),
  });
  return {
    refused: [...policyErrors, ...bindingErrors].map(refusalText),
    results: tests.map((test, i) => resultOf(test, i, expect[i] ?? { allowed: true, decisions: [] })),
  };
}

function requestOf({
  name: _,
  allowed: _allowed,
  message: _message,
  patched: _patched,
  operation,
  ...request
}: PolicyTest): AdmissionRequest {
  const isUpdate = request.object && request.oldObject;
  return { ...request, operation: operation ?? (isUpdate ? 'UPDATE' : request.object ? 'CREATE' : 'DELETE') };
}

function resultOf(test: PolicyTest, index: number, answer: RequestAnswer): PolicyTestResult {
  const problem = problemOf(test, answer);
  return { name: test.name ?? `test ${index + 1}`, ...(problem && { problem: textOf(problem) }) };
}

function problemOf(test: PolicyTest, answer: RequestAnswer): Message | undefined {
  return problemOfVerdict(test, answer) ?? (test.patched && problemOfPatch(test.patched, answer));
}

/** The first field that is other than expected. */
function problemOfPatch(patched: Json, { object }: RequestAnswer): Message | undefined {
  const difference = firstDifference(patched, object);
  if (!difference) return undefined;
  const { path, expected, found } = difference;
  return says['other-patch']({ path, expected: shown(expected), found: shown(found) });
}

function shown(value: unknown): string {
  return value === undefined ? textOf(says.nothing()) : JSON.stringify(value);
}

function problemOfVerdict({ allowed = true, message }: PolicyTest, answer: RequestAnswer): Message | undefined {
  const [mistake] = answer.invalid ?? [];
  if (mistake) return says.invalid({ field: mistake.field, problem: mistake.message });
  const denied = answer.decisions.flatMap((decision) => decision.denied ?? []);
  if (allowed && !answer.allowed) return says['was-refused']({ text: denied.join('; ') });
  if (!allowed && answer.allowed) return says['was-allowed']();
  const said = [...denied, ...answer.decisions.flatMap(({ failures = [] }) => failures)];
  if (message === undefined || said.includes(message)) return undefined;
  const found = [...new Set(said)].map((text) => `"${text}"`).join(', ');
  return found === '' ? says['no-message']({ expected: message }) : says['other-message']({ expected: message, found });
}

function refusalText({ kind, name, errors = [], decode = [] }: RefusedObject): string {
  const problems = [...errors.map(({ field, message }) => `${field}: ${textOf(message)}`), ...decode];
  return textOf(says['refused-policy']({ kind, name, problem: problems.join('; ') }));
}
