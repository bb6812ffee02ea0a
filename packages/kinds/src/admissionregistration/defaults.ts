import type { Decoded, admissionregistration } from '@podlint/model';
import { type DefaultTable, type Defaulting, fill, fillAbsent } from '@podlint/model/defaults';
import type { AdmissionRule } from './rules.js';

type Webhook = Decoded<admissionregistration.MutatingWebhook>;

export const failurePolicyDefault: DefaultTable<{ failurePolicy?: string }> = [
  ['failurePolicy', 'Fail', 'what cannot be decided is refused'],
];
const matchPolicyDefault: DefaultTable<{ matchPolicy?: string }> = [
  ['matchPolicy', 'Equivalent', 'requests by other versions of the API are matched too'],
];
const timeoutDefault: DefaultTable<Webhook> = [['timeoutSeconds', 10, 'how long the API server waits']];
export const reinvocationDefault: DefaultTable<{ reinvocationPolicy?: string }> = [
  ['reinvocationPolicy', 'Never', 'it is called once, also when others change the object after it'],
];
const scopeDefault: DefaultTable<AdmissionRule> = [['scope', '*', 'with and without a namespace']];
const portDefault: DefaultTable<Decoded<admissionregistration.ServiceReference>> = [['port', 443, 'the port of https']];

interface Matching {
  matchPolicy?: string;
  namespaceSelector?: Webhook['namespaceSelector'];
  objectSelector?: Webhook['objectSelector'];
}

/** SetDefaults_ValidatingWebhook, pkg/apis/admissionregistration/v1/defaults.go, and of its parts. */
export function defaultWebhook(webhook: Webhook, defaulting: Defaulting): void {
  fillAbsent(webhook, failurePolicyDefault, defaulting);
  defaultMatching(webhook, defaulting);
  fillAbsent(webhook, timeoutDefault, defaulting);
  defaultRules(webhook.rules, defaulting);
  fillAbsent(webhook.clientConfig?.service, portDefault, defaulting);
}

/** SetDefaults_MatchResources. */
export function defaultMatchResources(
  resources: Decoded<admissionregistration.MatchResources> | undefined,
  defaulting: Defaulting,
): void {
  if (!resources) return;
  defaultMatching(resources, defaulting);
  defaultRules(resources.resourceRules, defaulting);
  defaultRules(resources.excludeResourceRules, defaulting);
}

function defaultMatching(matching: Matching, defaulting: Defaulting): void {
  fillAbsent(matching, matchPolicyDefault, defaulting);
  for (const field of ['namespaceSelector', 'objectSelector'] as const)
    if (!matching[field]) fill(matching, field, {}, 'an empty selector selects everything', defaulting);
}

/** SetDefaults_Rule. */
function defaultRules(rules: readonly AdmissionRule[] = [], defaulting: Defaulting): void {
  for (const rule of rules) fillAbsent(rule, scopeDefault, defaulting);
}
