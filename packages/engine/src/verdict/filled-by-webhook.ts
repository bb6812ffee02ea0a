import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';

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

/** By groups: in which lists the webhook gives each item a name. */
const namedItems: Readonly<Record<string, FieldPath>> = {
  // kubernetes-sigs/jobset, pkg/webhooks/jobset_webhook.go, Default: failurePolicyRule0 and so on.
  'jobset.x-k8s.io': FieldPath.root.child('spec', 'failurePolicy', 'rules'),
};

/**
 * Groups whose operator has a webhook that fills in defaults, as its own MutatingWebhookConfiguration says. One that is made
 * with controller-runtime writes the object back in the same way (pkg/webhook/admission/defaulter_custom.go, Handle), but not
 * each of their kinds has one, so that what is missing is told of.
 */
const defaulting: ReadonlySet<string> = new Set([
  'addons.cluster.x-k8s.io',
  'apps.kruise.io',
  'bootstrap.cluster.x-k8s.io',
  'cluster.x-k8s.io',
  'controlplane.cluster.x-k8s.io',
  'infrastructure.cluster.x-k8s.io',
  'jobset.x-k8s.io',
  'kubeflow.org',
  'kueue.x-k8s.io',
  'leaderworkerset.x-k8s.io',
  'opentelemetry.io',
  'postgresql.cnpg.io',
  'ray.io',
  'runtime.cluster.x-k8s.io',
  'serving.kserve.io',
  'sparkoperator.k8s.io',
  'trainer.kubeflow.org',
]);

/** Whether what is missing there may be filled in before the definition is asked. */
export function mayBeFilled(group: string, at: FieldPath): boolean {
  return isFilled(group, at) || (defaulting.has(group) && !at.startsWith(metadata));
}

const metadata = FieldPath.root.child('metadata');

/** Whether it certainly is. */
export function isFilled(group: string, at: FieldPath): boolean {
  return (groups.has(group) && !at.startsWith(metadata)) || isNameOfItem(at, own(namedItems, group));
}

function isNameOfItem(at: FieldPath, list: FieldPath | undefined): boolean {
  return list !== undefined && at.startsWith(list) && at.length === list.length + 2 && at.segment === 'name';
}
