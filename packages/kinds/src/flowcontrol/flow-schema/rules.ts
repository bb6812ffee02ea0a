import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, flowcontrol } from '@podlint/model';
import { type Context, dnsLabelProblem } from '@podlint/validation';
import { validateNonResourceUrls } from './non-resource-urls.js';
import { validateSubject } from './subjects.js';

const says = defineMessages('flow-schema-rule', {
  'no-subjects': 'The rule is about no requests, since it names nobody who makes them. List subjects.',
  'no-rules': 'The rule is about no requests. List resourceRules or nonResourceRules.',
  'none-listed':
    'The rule matches no request as long as `{field}` lists nothing. List at least one; "*" stands for all.',
  'all-and-more': '"*" stands for all, so nothing can stand beside it. Remove the rest, or the "*".',
  'no-namespaces': 'The rule matches no request. List namespaces ("*" stands for all), or set clusterScope: true.',
  'invalid-namespace': '"{name}" is neither "*" nor the name of a namespace: {problem}.',
});

type PolicyRules = Decoded<flowcontrol.PolicyRulesWithSubjects>;
type ResourceRule = Decoded<flowcontrol.ResourcePolicyRule>;

const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'proxy'];

/** ValidateFlowSchemaPolicyRulesWithSubjects, pkg/apis/flowcontrol/validation. */
export function validateRules(rules: readonly PolicyRules[], path: FieldPath, context: Context): void {
  rules.forEach((rule, i) => validateRule(rule, path.index(i), context));
}

function validateRule(rule: PolicyRules, path: FieldPath, context: Context): void {
  const { subjects = [], resourceRules = [], nonResourceRules = [] } = rule;
  if (subjects.length === 0) context.report.required(path.child('subjects'), says['no-subjects']());
  subjects.forEach((subject, i) => validateSubject(subject, path.child('subjects').index(i), context));
  if (resourceRules.length === 0 && nonResourceRules.length === 0) context.report.required(path, says['no-rules']());
  resourceRules.forEach((entry, i) => validateResourceRule(entry, path.child('resourceRules').index(i), context));
  nonResourceRules.forEach((entry, i) => {
    const entryPath = path.child('nonResourceRules').index(i);
    validateVerbs(entry.verbs ?? [], entryPath.child('verbs'), context);
    const urlsPath = entryPath.child('nonResourceURLs');
    validateNonResourceUrls(listedIn(entry.nonResourceURLs, urlsPath, context), urlsPath, context);
  });
}

/** ValidateFlowSchemaResourcePolicyRule. */
function validateResourceRule(rule: ResourceRule, path: FieldPath, context: Context): void {
  validateVerbs(rule.verbs ?? [], path.child('verbs'), context);
  for (const field of ['apiGroups', 'resources'] as const) listedIn(rule[field], path.child(field), context);
  validateNamespaces(rule, path.child('namespaces'), context);
}

function validateNamespaces({ namespaces = [], clusterScope }: ResourceRule, path: FieldPath, context: Context): void {
  if (namespaces.length === 0 && !clusterScope) context.report.required(path, says['no-namespaces']());
  else if (namespaces.includes('*')) forbidMore(namespaces, path, context);
  else
    namespaces.forEach((name, i) => {
      const problem = dnsLabelProblem(name);
      if (problem) context.report.invalid(path.index(i), says['invalid-namespace']({ name, problem }));
    });
}

/** The server names the list where one of the verbs is unknown. */
function validateVerbs(listed: readonly string[], path: FieldPath, context: Context): void {
  const unknown = listedIn(listed, path, context).findIndex((verb) => !verbs.includes(verb));
  if (unknown >= 0) context.report.notSupported(path, listed[unknown], verbs, { at: path.index(unknown) });
}

/** What a list that must list something names one by one: nothing where it says "all". */
function listedIn(list: readonly string[] = [], path: FieldPath, context: Context): readonly string[] {
  if (list.length === 0) context.report.required(path, says['none-listed']({ field: String(path.segment) }));
  if (!list.includes('*')) return list;
  forbidMore(list, path, context);
  return [];
}

function forbidMore(list: readonly string[], path: FieldPath, { report }: Context): void {
  if (list.length > 1) report.invalid(path, says['all-and-more']());
}
