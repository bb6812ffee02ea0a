import { own } from '@podlint/plain';
import type { CustomResources } from './custom-resources.js';

type Answer = NonNullable<ReturnType<CustomResources['judge']>>;

/**
 * Groups whose webhook reads each object into its Go type and writes it back before the definition is asked (knative.dev/pkg,
 * webhook/resourcesemantics/defaulting/defaulting.go, roundTripPatch). A field that the definition requires is there then,
 * with nothing in it, and the project's own check says whether that will do. Tekton's steps go without names for that.
 * OpenShift's server does the same with security context constraints (openshift/kubernetes,
 * openshift-kube-apiserver/admission/customresourcevalidation/securitycontextconstraints/defaulting_scc.go).
 */
const groups: ReadonlySet<string> = new Set([
  'autoscaling.internal.knative.dev',
  'eventing.knative.dev',
  'flows.knative.dev',
  'messaging.knative.dev',
  'networking.internal.knative.dev',
  'security.openshift.io',
  'serving.knative.dev',
  'sources.knative.dev',
  'tekton.dev',
  'triggers.tekton.dev',
]);

/** Fields that the webhook of a group names by itself. */
const fields: Readonly<Record<string, RegExp>> = {
  // kubernetes-sigs/jobset, pkg/webhooks/jobset_webhook.go, Default: failurePolicyRule0 and so on.
  'jobset.x-k8s.io': /^spec\.failurePolicy\.rules\[\d+\]\.name$/,
};

/** What is left of an answer when the group's webhook has seen the object. */
export function afterWebhook(apiVersion: string, answer: Answer): Answer {
  const [group = ''] = apiVersion.split('/');
  if (!answer.errors) return answer;
  const errors = answer.errors.filter(({ type, at }) => type !== 'FieldValueRequired' || !isFilled(group, at));
  if (errors.length === answer.errors.length) return answer;
  const onlyNotice = errors.every(({ message }) => message.id === notChecked);
  const isFine = onlyNotice && answer.verdict === 'reject' && (answer.unknown ?? []).length === 0;
  return { ...answer, errors: onlyNotice ? [] : errors, verdict: isFine ? 'accept' : answer.verdict };
}

/** Where the shape is wrong, the server says that rules were not run. */
export const notChecked = 'custom-object/rules-not-checked';

function isFilled(group: string, at: NonNullable<Answer['errors']>[number]['at']): boolean {
  const field = at.toString();
  return (groups.has(group) && !field.startsWith('metadata')) || (own(fields, group)?.test(field) ?? false);
}
