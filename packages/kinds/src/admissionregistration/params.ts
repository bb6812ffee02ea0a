import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, admissionregistration } from '@podlint/model';
import {
  type Context,
  checkName,
  dns1035LabelProblem,
  dnsSubdomainProblem,
  pathSegmentNameProblem,
  requireField,
  validateChoice,
  validateLabelSelector,
} from '@podlint/validation';

const says = defineMessages('policy-params', {
  'two-slashes': 'An apiVersion is a version such as v1, or a group, "/" and a version. Remove the second "/".',
  'no-version': 'The apiVersion names no version. Write a group, "/" and a version, such as example.com/v1.',
  'bad-part': '"{part}" cannot be a part of the apiVersion: {problem}.',
  'bad-kind': '"{kind}" is not a kind: apart from capital letters, {problem}.',
  'name-and-selector': 'Params are found by their name or by a selector. Remove one of the two.',
  'name-or-selector': 'paramRef selects no params. Set name or selector.',
  'no-action':
    'parameterNotFoundAction is not set. It says what happens when the params do not exist. Set it to Deny or Allow.',
});

type ParamKind = Decoded<admissionregistration.ParamKind>;
type ParamRef = Decoded<admissionregistration.ParamRef>;

/** validateParamKind, pkg/apis/admissionregistration/validation. */
export function validateParamKind({ apiVersion = '', kind = '' }: ParamKind, path: FieldPath, context: Context): void {
  validateApiVersion(apiVersion, path.child('apiVersion'), context);
  requireField(kind, path.child('kind'), context);
  const problem = kind === '' ? undefined : dns1035LabelProblem(kind.toLowerCase());
  if (problem) context.report.invalid(path.child('kind'), says['bad-kind']({ kind, problem }));
}

function validateApiVersion(apiVersion: string, path: FieldPath, context: Context): void {
  const { report } = context;
  if (apiVersion === '') requireField(apiVersion, path, context);
  else if (apiVersion.split('/').length > 2) report.invalid(path, says['two-slashes']());
  else for (const message of problemsOf(apiVersion)) report.invalid(path, message);
}

function* problemsOf(apiVersion: string): Generator<Message> {
  const slash = apiVersion.indexOf('/');
  const [group, version] = [apiVersion.slice(0, Math.max(slash, 0)), apiVersion.slice(slash + 1)];
  const groupProblem = group === '' ? undefined : dnsSubdomainProblem(group);
  if (groupProblem) yield says['bad-part']({ part: group, problem: groupProblem });
  const versionProblem = dns1035LabelProblem(version);
  if (version === '') yield says['no-version']();
  else if (versionProblem) yield says['bad-part']({ part: version, problem: versionProblem });
}

/** validateParamRef. */
export function validateParamRef(ref: ParamRef | undefined, path: FieldPath, context: Context): void {
  if (!ref) return;
  const { name = '', selector, parameterNotFoundAction: action } = ref;
  const { report } = context;
  if (name !== '') checkName(name, path.child('name'), pathSegmentNameProblem, context);
  validateLabelSelector(selector, path.child('selector'), context);
  if (name !== '' && selector) {
    report.forbidden(path.child('name'), says['name-and-selector']());
    report.forbidden(path.child('selector'), says['name-and-selector']());
  }
  if (name === '' && !selector) report.required(path, says['name-or-selector']());
  validateChoice(action, ['Deny', 'Allow'], path, 'parameterNotFoundAction', says['no-action'], report);
}
