import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsSubdomainProblem, labelValueProblem, qualifiedNameProblem } from '../../formats.js';
import { validateWeight } from './weight.js';

type NodeAffinity = Decoded<core.NodeAffinity>;
type Term = Decoded<core.NodeSelectorTerm>;
type Requirement = Decoded<core.NodeSelectorRequirement>;

/**
 * Whether values that no label can have are let pass: they match no node, which matters only where the rule is a must.
 */
type LabelValues = 'checked' | 'tolerated';

/** validateNodeAffinity, pkg/apis/core/validation/validation.go. */
export function validateNodeAffinity(affinity: NodeAffinity, path: FieldPath, context: Context): void {
  const required = affinity.requiredDuringSchedulingIgnoredDuringExecution;
  if (required)
    validateRequiredTerms(
      required.nodeSelectorTerms ?? [],
      path.child('requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'),
      context,
    );
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ weight, preference = {} }, i) => {
    const termPath = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(i);
    validateWeight(weight, termPath, context);
    validateTerm(preference, 'tolerated', termPath.child('preference'), context);
  });
}

function validateRequiredTerms(terms: readonly Term[], path: FieldPath, context: Context): void {
  if (terms.length === 0)
    context.report.required(path, 'Required node affinity without terms fits no node. Add a term, or remove the rule.');
  const values = context.options.allowInvalidLabelValueInRequiredNodeAffinity ? 'tolerated' : 'checked';
  for (let i = 0; i < terms.length; i++) validateTerm(terms[i]!, values, path.index(i), context);
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
  if (keyProblem)
    context.report.invalid(path.child('key'), `"${key}" cannot be the key of a node's label: ${keyProblem}.`);
  if (values === 'tolerated') return;
  requirement.values?.forEach((value, i) => {
    const problem = labelValueProblem(value);
    if (problem)
      context.report.invalid(
        path.child('values').index(i),
        `"${value}" cannot be the value of a node's label, so no node would ever fit: ${problem}.`,
      );
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
      if (values.length === 0)
        report.required(
          path.child('values'),
          `The operator "${operator}" compares with values, and none is listed. List them, or use Exists or DoesNotExist.`,
        );
      return;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0)
        report.forbidden(
          path.child('values'),
          `The operator "${operator}" looks at the key only. Remove the values, or use In or NotIn.`,
        );
      return;
    case 'Gt':
    case 'Lt':
      if (values.length !== 1)
        report.required(
          path.child('values'),
          `The operator "${operator}" compares with one number, and ${values.length} values are listed. Keep exactly one.`,
        );
      return;
    default:
      report.invalid(
        path.child('operator'),
        `"${operator}" is not an operator of a node selector. Use In, NotIn, Exists, DoesNotExist, Gt or Lt.`,
      );
  }
}

/** ValidateNodeFieldSelectorRequirement: a node's name is the only field that can be selected by. */
function validateField(
  { key = '', operator = '', values = [] }: Requirement,
  path: FieldPath,
  { report }: Context,
): void {
  if (operator !== 'In' && operator !== 'NotIn')
    report.invalid(path.child('operator'), `"${operator}" is not an operator for a node's fields. Use In or NotIn.`);
  else if (values.length !== 1)
    report.required(
      path.child('values'),
      `A field of a node is compared with one value, and ${values.length} are listed. Keep exactly one.`,
    );
  if (key !== 'metadata.name') {
    report.invalid(
      path.child('key'),
      `"${key}" is not a field that nodes can be selected by. Use "metadata.name", or matchExpressions for labels.`,
    );
    return;
  }
  values.forEach((value, i) => {
    const problem = dnsSubdomainProblem(value);
    if (problem) report.invalid(path.child('values').index(i), `"${value}" cannot be the name of a node: ${problem}.`);
  });
}
