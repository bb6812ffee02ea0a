import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type admissionregistration } from '@podlint/model';
import {
  type Context,
  type KubernetesObject,
  type LabelSelectorOptions,
  dns1035LabelProblem,
  dnsSubdomainProblem,
  requireName,
  selectorOptionsForUpdate,
  validateLabelSelector,
} from '@podlint/validation';
import { validateClientConfig } from './client-config.js';
import { expressionsOf, validateMatchConditions } from './match-conditions.js';
import { validateRule } from './rules.js';
import { admissionStrategy } from './strategy.js';

const says = defineMessages('webhook', {
  'few-segments': 'The name needs at least three parts between dots, such as "pods.example.com"',
  'no-side-effects':
    'sideEffects is not set. It says whether the webhook changes anything outside of the object. Set it to None, or to NoneOnDryRun.',
  'timeout-out-of-range': 'A timeout of {seconds} seconds is not possible. Use 1 to 30.',
  'no-review-version':
    'admissionReviewVersions is not set. It says which versions of AdmissionReview the webhook reads. Set it to ["v1"].',
  'version-twice': 'The version "{version}" is listed twice. Remove one.',
  'bad-version': '"{version}" is not a version: {problem}.',
  'no-known-version': 'The API server sends v1 or v1beta1, and neither is listed. Add v1.',
  'name-taken': 'Another webhook of this object is called "{name}". Give one of the two another name.',
});

/** Both kinds of webhooks; only those that mutate have a reinvocationPolicy. */
type Webhook = Decoded<admissionregistration.MutatingWebhook>;
interface WebhookConfiguration extends KubernetesObject {
  webhooks?: Webhook[];
}

/** What may stay as the stored object has it. */
interface WebhookOptions {
  readonly sideEffects: readonly string[];
  readonly reviewVersions: 'recognized' | 'any';
  readonly names: 'unique' | 'any';
  readonly selectors: LabelSelectorOptions;
  readonly matchConditions: 'checked' | 'unchanged';
  readonly storedExpressions: ReadonlySet<string>;
}

const webhooksPath = FieldPath.root.child('webhooks');
export const failurePolicies = ['Fail', 'Ignore'];
export const matchPolicies = ['Equivalent', 'Exact'];
export const reinvocationPolicies = ['IfNeeded', 'Never'];
const noSideEffects = ['None', 'NoneOnDryRun'];
const allSideEffects = [...noSideEffects, 'Some', 'Unknown'];
/** AcceptedAdmissionReviewVersions. */
const knownReviewVersions = ['v1', 'v1beta1'];

const optionsForCreate: WebhookOptions = {
  sideEffects: noSideEffects,
  reviewVersions: 'recognized',
  names: 'unique',
  selectors: { values: 'checked' },
  matchConditions: 'checked',
  storedExpressions: new Set(),
};

/**
 * pkg/registry/admissionregistration/validatingwebhookconfiguration and mutatingwebhookconfiguration, strategy.go;
 * ValidateValidatingWebhookConfiguration and ValidateMutatingWebhookConfiguration in
 * pkg/apis/admissionregistration/validation.
 */
export const webhookStrategy = admissionStrategy<WebhookConfiguration>(({ webhooks = [] }, old, context) => {
  const options = old ? optionsForUpdate(webhooks, old.webhooks ?? [], context) : optionsForCreate;
  validateWebhooks({ webhooks }, options, context);
});

/** ValidateMutatingWebhookConfigurationUpdate: what all old webhooks do right, the new ones have to do as well. */
function optionsForUpdate(webhooks: readonly Webhook[], old: readonly Webhook[], context: Context): WebhookOptions {
  const hasNone = old.every(({ sideEffects }) => sideEffects !== undefined && noSideEffects.includes(sideEffects));
  const names = old.map(({ name }) => name ?? '');
  const isRecognized = old.every(
    ({ admissionReviewVersions: versions = [] }) => versions.length === 0 || versions.some(isKnownReviewVersion),
  );
  const conditions = (hooks: readonly Webhook[]): string =>
    JSON.stringify(hooks.map(({ matchConditions = [] }) => matchConditions.map((c) => [c.name, c.expression])));
  return {
    sideEffects: hasNone ? noSideEffects : allSideEffects,
    reviewVersions: isRecognized ? 'recognized' : 'any',
    names: new Set(names).size === names.length ? 'unique' : 'any',
    selectors: selectorOptionsForUpdate(
      old.flatMap(({ namespaceSelector, objectSelector }) => [namespaceSelector, objectSelector]),
      context,
    ),
    matchConditions: conditions(webhooks) === conditions(old) ? 'unchanged' : 'checked',
    storedExpressions: expressionsOf(old.flatMap(({ matchConditions = [] }) => matchConditions)),
  };
}

function isKnownReviewVersion(version: string): boolean {
  return knownReviewVersions.includes(version);
}

function validateWebhooks({ webhooks = [] }: WebhookConfiguration, options: WebhookOptions, context: Context): void {
  const names = new Set<string>();
  webhooks.forEach((webhook, i) => {
    const path = webhooksPath.index(i);
    validateWebhook(webhook, options, path, context);
    validateReviewVersions(webhook.admissionReviewVersions ?? [], options, path, context);
    const { name = '' } = webhook;
    if (options.names === 'unique' && name !== '' && names.has(name))
      context.report.duplicate(path.child('name'), says['name-taken']({ name }));
    names.add(name);
  });
}

/** validateMutatingWebhook, validateValidatingWebhook. */
function validateWebhook(webhook: Webhook, options: WebhookOptions, path: FieldPath, context: Context): void {
  const { rules = [], timeoutSeconds, namespaceSelector, objectSelector, clientConfig = {} } = webhook;
  const { report } = context;
  requireName(webhook.name, path.child('name'), fullNameProblem, context);
  rules.forEach((rule, i) => validateRule(rule, path.child('rules').index(i), context));
  checkChoice(webhook, 'failurePolicy', failurePolicies, path, context);
  checkChoice(webhook, 'matchPolicy', matchPolicies, path, context);
  checkChoice(webhook, 'sideEffects', options.sideEffects, path, context);
  if (webhook.sideEffects === undefined) report.required(path.child('sideEffects'), says['no-side-effects']());
  if (timeoutSeconds !== undefined && (timeoutSeconds < 1 || timeoutSeconds > 30))
    report.invalid(path.child('timeoutSeconds'), says['timeout-out-of-range']({ seconds: timeoutSeconds }));
  validateLabelSelector(namespaceSelector, path.child('namespaceSelector'), context, options.selectors);
  validateLabelSelector(objectSelector, path.child('objectSelector'), context, options.selectors);
  checkChoice(webhook, 'reinvocationPolicy', reinvocationPolicies, path, context);
  validateClientConfig(clientConfig, path.child('clientConfig'), context);
  const { matchConditions: conditions = [] } = webhook;
  if (options.matchConditions === 'checked')
    validateMatchConditions(
      conditions,
      { params: false, stored: options.storedExpressions },
      path.child('matchConditions'),
      context,
    );
}

/** At least three labels (IsFullyQualifiedName, apimachinery/pkg/util/validation). */
function fullNameProblem(name: string): ReturnType<typeof dnsSubdomainProblem> {
  return dnsSubdomainProblem(name) ?? (name.split('.').length < 3 ? says['few-segments']() : undefined);
}

/** A field that may be absent, if no default fills it, and not empty. */
export function checkChoice<Field extends string>(
  owner: { readonly [Name in Field]?: string },
  field: Field,
  choices: readonly string[],
  path: FieldPath,
  { report }: Context,
): void {
  const value = own(owner, field);
  if (value !== undefined && !choices.includes(value)) report.notSupported(path.child(field), value, choices);
}

/** validateAdmissionReviewVersions. */
function validateReviewVersions(
  versions: readonly string[],
  options: WebhookOptions,
  webhookPath: FieldPath,
  { report }: Context,
): void {
  const path = webhookPath.child('admissionReviewVersions');
  if (versions.length === 0) {
    report.required(path, says['no-review-version']());
    return;
  }
  versions.forEach((version, i) => {
    const problem = dns1035LabelProblem(version);
    if (versions.indexOf(version) < i) report.invalid(path.index(i), says['version-twice']({ version }));
    else if (problem) report.invalid(path.index(i), says['bad-version']({ version, problem }));
  });
  if (options.reviewVersions === 'recognized' && !versions.some(isKnownReviewVersion))
    report.invalid(path, says['no-known-version']());
}
