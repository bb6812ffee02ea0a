import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, admissionregistration } from '@podlint/model';
import { type Context, byteLength, qualifiedNameProblem } from '@podlint/validation';
import { type PolicyScope, requireExpression, useIn } from '../policy-expressions.js';

const says = defineMessages('audit-annotation', {
  'too-many': 'There are {count} annotations, and {limit} are allowed. Remove some.',
  'no-policy-name': 'The key is prefixed with the name of the policy, which has none. Set metadata.name.',
  'bad-key': 'With the name of the policy before it the key is "{name}", which cannot be one: {problem}.',
  'key-taken': 'Another annotation has the key "{key}". Give one of the two another key.',
  'too-long': 'The expression is longer than {limit} bytes. Make it shorter.',
});

const maxAnnotations = 20;
/** maxAuditAnnotationValueExpressionLength. */
const maxBytes = 5 * 1024;

interface Expressions {
  readonly scope: PolicyScope;
  readonly stored: ReadonlySet<string>;
}

/** validateAuditAnnotation, pkg/apis/admissionregistration/validation. */
export function validateAuditAnnotations(
  annotations: readonly Decoded<admissionregistration.AuditAnnotation>[],
  policyName: string,
  { scope, stored }: Expressions,
  path: FieldPath,
  context: Context,
): void {
  const { report } = context;
  if (annotations.length > maxAnnotations)
    report.invalid(path, says['too-many']({ count: annotations.length, limit: maxAnnotations }));
  const keys = new Set<string>();
  annotations.forEach(({ key = '', valueExpression = '' }, i) => {
    const at = path.index(i);
    validateKey(key, policyName, at.child('key'), context);
    if (keys.has(key)) report.duplicate(at.child('key'), says['key-taken']({ key }));
    keys.add(key);
    const text = valueExpression.trim();
    const valuePath = at.child('valueExpression');
    if (byteLength(text) > maxBytes) report.required(valuePath, says['too-long']({ limit: maxBytes }));
    else
      requireExpression(text, useIn(scope, ['string', 'null'], stored.has(valueExpression)), scope, valuePath, context);
  });
}

function validateKey(key: string, policyName: string, path: FieldPath, { report }: Context): void {
  const name = `${policyName}/${key}`;
  const problem = qualifiedNameProblem(name);
  if (policyName === '') report.invalid(path, says['no-policy-name']());
  else if (problem) report.invalid(path, says['bad-key']({ name, problem }));
}
