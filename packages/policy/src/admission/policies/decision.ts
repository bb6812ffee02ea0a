import { refusalOf, type Answer } from './dispatch.js';
import type { Annotation, Failure } from './validator.js';

/** What a policy and a binding decide about a request. */
export interface Decision {
  readonly policy: string;
  readonly binding: string;
  /** Whether the constraints of both are about the request. */
  readonly matches: boolean;
  /** Why the request is refused: the first reason. */
  readonly denied?: string;
  readonly reason?: string;
  /** The code of HTTP. */
  readonly code?: number;
  readonly warnings?: readonly string[];
  /** Annotations of the audit event. */
  readonly audit?: Readonly<Record<string, string>>;
  /** What failed, whatever the binding does about it. */
  readonly failures?: readonly string[];
}

/** reasonToCode, policy/validating/policy_decision.go. */
const codes: ReadonlyMap<string, number> = new Map([
  ['Forbidden', 403],
  ['NotFound', 404],
  ['RequestEntityTooLarge', 413],
]);

export function decisionOf(answer: Answer): Decision {
  const { policy, binding, matches, failures } = answer;
  const refusal = refusalOf(answer);
  const texts = failures.map(({ message }) => message);
  const actions = binding.spec?.validationActions ?? [];
  const audit = auditOf(answer, actions);
  return {
    policy: policy.policy.metadata?.name ?? '',
    binding: binding.metadata?.name ?? '',
    matches,
    ...(refusal && refused(refusal)),
    ...(actions.includes('Warn') && texts.length > 0 && { warnings: texts }),
    ...(Object.keys(audit).length > 0 && { audit }),
    ...(texts.length > 0 && { failures: texts }),
  };
}

function refused({ message, reason = 'Invalid' }: Failure): Pick<Decision, 'denied' | 'reason' | 'code'> {
  return { denied: message, reason, code: codes.get(reason) ?? 422 };
}

const failureKey = 'validation.policy.admission.k8s.io/validation_failure';
/** maxAuditAnnotationValueLength */
const longestValue = 10 * 1024;

function auditOf(answer: Answer, actions: readonly string[]): Record<string, string> {
  const { policy, failures, annotations } = answer;
  const audit = new Map<string, string>();
  // All failures are noted under one key, so that the last one stays.
  const last = actions.includes('Audit') ? failures.at(-1) : undefined;
  if (last) audit.set(failureKey, failureNote(answer, last, actions));
  const name = policy.policy.metadata?.name ?? '';
  for (const [key, values] of valuesByKey(annotations)) audit.set(`${name}/${key}`, values.join(', '));
  return Object.fromEntries(audit);
}

/** publishValidationFailureAnnotation */
function failureNote(
  { policy, binding }: Answer,
  { message, index }: Answer['failures'][number],
  validationActions: readonly string[],
): string {
  const note = {
    message,
    policy: policy.policy.metadata?.name ?? '',
    binding: binding.metadata?.name ?? '',
    expressionIndex: index,
    validationActions,
  };
  return JSON.stringify([note]).replace(/[<>&]/g, escapedForHtml);
}

/** As Go's encoding/json writes these characters. */
function escapedForHtml(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function valuesByKey(annotations: readonly Annotation[]): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map<string, string[]>();
  for (const { key, value } of annotations) {
    const values = byKey.get(key) ?? [];
    const text = value.slice(0, longestValue);
    if (!values.includes(text)) values.push(text);
    byKey.set(key, values);
  }
  return byKey;
}
