import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsSubdomainProblem, labelValueProblem, qualifiedNameProblem } from '../../formats.js';
import { validateWeight } from './weight.js';

const says = defineMessages('node-affinity', {
  'no-terms': 'Required node affinity without terms fits no node. Add a term, or remove the rule.',
  'invalid-key': '"{key}" cannot be the key of a node\'s label: {problem}.',
  'invalid-value': '"{value}" cannot be the value of a node\'s label, so no node would ever fit: {problem}.',
  'no-values':
    'The operator "{operator}" compares with values, and none is listed. List them, or use Exists or DoesNotExist.',
  'needless-values': 'The operator "{operator}" looks at the key only. Remove the values, or use In or NotIn.',
  'not-one-number':
    'The operator "{operator}" compares with one number, and {count} values are listed. Keep exactly one.',
  'unknown-operator':
    '"{operator}" is not an operator of a node selector. Use In, NotIn, Exists, DoesNotExist, Gt or Lt.',
  'field-operator': '"{operator}" is not an operator for a node\'s fields. Use In or NotIn.',
  'not-one-field-value': 'A field of a node is compared with one value, and {count} are listed. Keep exactly one.',
  'unknown-field':
    '"{key}" is not a field that nodes can be selected by. Use "metadata.name", or matchExpressions for labels.',
  'invalid-node-name': '"{name}" cannot be the name of a node: {problem}.',
});

type NodeAffinity = Decoded<core.NodeAffinity>;
type Term = Decoded<core.NodeSelectorTerm>;
type Requirement = Decoded<core.NodeSelectorRequirement>;

/**
 * Whether values that no label can have are let pass: they match no node, which matters only where the rule is a must.
 */
export type LabelValues = 'checked' | 'tolerated';

/** validateNodeAffinity, pkg/apis/core/validation/validation.go. */
export function validateNodeAffinity(affinity: NodeAffinity, path: FieldPath, context: Context): void {
  const required = affinity.requiredDuringSchedulingIgnoredDuringExecution;
  if (required)
    validateNodeSelector(
      required,
      context.options.allowInvalidLabelValueInRequiredNodeAffinity ? 'tolerated' : 'checked',
      path.child('requiredDuringSchedulingIgnoredDuringExecution'),
      context,
    );
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ weight, preference = {} }, i) => {
    const termPath = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(i);
    validateWeight(weight, termPath, context);
    validateTerm(preference, 'tolerated', termPath.child('preference'), context);
  });
}

/** ValidateNodeSelector: nodes that have to fit. */
export function validateNodeSelector(
  { nodeSelectorTerms: terms = [] }: Decoded<core.NodeSelector>,
  values: LabelValues,
  path: FieldPath,
  context: Context,
): void {
  const termsPath = path.child('nodeSelectorTerms');
  if (terms.length === 0) context.report.required(termsPath, says['no-terms']());
  for (let i = 0; i < terms.length; i++) validateTerm(terms[i]!, values, termsPath.index(i), context);
}

function validateTerm(
  { matchExpressions, matchFields }: Term,
  values: LabelValues,
  path: FieldPath,
  context: Context,
): void {
  matchExpressions?.forEach((requirement, i) =>
    validateExpression(requirement, values, path.child('matchExpressions').index(i), context),
  );
  matchFields?.forEach((requirement, i) => validateField(requirement, path.child('matchFields').index(i), context));
}

/** ValidateNodeSelectorRequirement */
function validateExpression(requirement: Requirement, values: LabelValues, path: FieldPath, context: Context): void {
  validateExpressionOperator(requirement, path, context);
  const { key = '' } = requirement;
  const keyProblem = qualifiedNameProblem(key);
  if (keyProblem) context.report.invalid(path.child('key'), says['invalid-key']({ key, problem: keyProblem }));
  if (values === 'tolerated') return;
  requirement.values?.forEach((value, i) => {
    const problem = labelValueProblem(value);
    if (problem) context.report.invalid(path.child('values').index(i), says['invalid-value']({ value, problem }));
  });
}

function validateExpressionOperator(
  { operator = '', values = [] }: Requirement,
  path: FieldPath,
  { report }: Context,
): void {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) report.required(path.child('values'), says['no-values']({ operator }));
      return;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) report.forbidden(path.child('values'), says['needless-values']({ operator }));
      return;
    case 'Gt':
    case 'Lt':
      if (values.length !== 1)
        report.required(path.child('values'), says['not-one-number']({ operator, count: values.length }));
      return;
    default:
      report.invalid(path.child('operator'), says['unknown-operator']({ operator }));
  }
}

/** ValidateNodeFieldSelectorRequirement: a node's name is the only field that can be selected by. */
function validateField(
  { key = '', operator = '', values = [] }: Requirement,
  path: FieldPath,
  { report }: Context,
): void {
  if (operator !== 'In' && operator !== 'NotIn')
    report.invalid(path.child('operator'), says['field-operator']({ operator }));
  else if (values.length !== 1)
    report.required(path.child('values'), says['not-one-field-value']({ count: values.length }));
  if (key !== 'metadata.name') {
    report.invalid(path.child('key'), says['unknown-field']({ key }));
    return;
  }
  values.forEach((value, i) => {
    const problem = dnsSubdomainProblem(value);
    if (problem) report.invalid(path.child('values').index(i), says['invalid-node-name']({ name: value, problem }));
  });
}
