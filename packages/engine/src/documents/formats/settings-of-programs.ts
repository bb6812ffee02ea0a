import { groupsWithoutDot } from '@podlint/schema';
import { isMapping, type JsonObject } from './format.js';
import type { JsonValue } from '@podlint/syntax';

/** Groups of what a program reads from a file: no server has them, and no cluster has a definition of them. */
const groups: ReadonlyMap<string, string> = new Map([
  ['apiserver.config.k8s.io', 'API server settings'],
  ['apiserver.k8s.io', 'API server settings'],
  ['audit.k8s.io', 'audit policy'],
  ['backstage.io', 'Backstage catalog'],
  ['chainsaw.kyverno.io', 'Chainsaw test'],
  ['cli.kyverno.io', 'Kyverno test'],
  ['client.authentication.k8s.io', 'kubectl settings'],
  ['config.jobset.x-k8s.io', 'JobSet settings'],
  ['config.kueue.x-k8s.io', 'Kueue settings'],
  ['controller-runtime.sigs.k8s.io', 'controller settings'],
  ['ctlptl.dev', 'ctlptl cluster'],
  ['eksctl.io', 'eksctl cluster'],
  ['eventratelimit.admission.k8s.io', 'API server settings'],
  ['k0sctl.k0sproject.io', 'k0sctl cluster'],
  ['k3d.io', 'k3d cluster'],
  ['kind.x-k8s.io', 'kind cluster'],
  ['kpt.dev', 'kpt package'],
  ['krew.googlecontainertools.github.com', 'kubectl plugin'],
  ['kubeadm.k8s.io', 'kubeadm settings'],
  ['kubecontrollermanager.config.k8s.io', 'controller manager settings'],
  ['kubectl.config.k8s.io', 'kubectl settings'],
  ['kubelet.config.k8s.io', 'kubelet settings'],
  ['kubeproxy.config.k8s.io', 'kube-proxy settings'],
  ['kubescheduler.config.k8s.io', 'scheduler settings'],
  ['kustomize.config.k8s.io', 'kustomization'],
  ['kuttl.dev', 'kuttl test'],
  // crossplane/crossplane, apis/pkg/meta: what a package is made of, read by the package manager.
  ['meta.pkg.crossplane.io', 'Crossplane package'],
  ['pod-security.admission.config.k8s.io', 'API server settings'],
  ['schema.plugin.fluxcd.io', 'Flux schema settings'],
  ['scorecard.operatorframework.io', 'Operator SDK settings'],
  ['skaffold', 'Skaffold file'],
  ['test.gatekeeper.sh', 'Gatekeeper test'],
]);

/** Kinds of groups that clusters have, too. Each with what reads it. */
const kinds: ReadonlyMap<string, string> = new Map([
  // argoproj/argo-cd, cmpserver/plugin/config.go: ReadPluginConfig.
  ['argoproj.io ConfigManagementPlugin', 'Argo CD plugin'],
  // kubernetes-sigs/cluster-api, cmd/clusterctl/client/repository/metadata_client.go: read from a release's metadata.yaml.
  ['clusterctl.cluster.x-k8s.io Metadata', 'clusterctl release'],
  // istio/istio, operator/pkg/render: the input of istioctl. The operator that took it from the cluster is gone since 1.24.
  ['install.istio.io IstioOperator', 'Istio installation'],
]);

/**
 * What program reads a file that calls itself as objects do: by the words of its content alone, as an object may have any
 * file's name.
 */
export function programOf(json: JsonValue): string | undefined {
  if (!isMapping(json) || typeof json.apiVersion !== 'string' || typeof json.kind !== 'string') return undefined;
  const [group = '', version] = json.apiVersion.split('/');
  if (version === undefined) return ofCore(json);
  return groups.get(group) ?? kinds.get(`${group} ${json.kind}`);
}

/** What was in the core group by its name, and never in a cluster. */
function ofCore(root: JsonObject): string | undefined {
  if (root.apiVersion !== 'v1') return undefined;
  // client-go, tools/clientcmd/api/v1/types.go: Config.
  if (root.kind === 'Config' && Array.isArray(root.clusters) && Array.isArray(root.contexts)) return 'kubeconfig';
  // kubernetes 1.22, pkg/scheduler/apis/config/legacy_types.go: Policy.
  return root.kind === 'Policy' && Array.isArray(root.predicates) ? 'scheduler settings' : undefined;
}

/**
 * A group without a dot that is none of Kubernetes' own: no definition can have it, "should be a domain with at least one
 * dot" (apiextensions-apiserver, pkg/apis/apiextensions/validation/validation.go, validateCustomResourceDefinitionSpec).
 */
export function isNoGroup(apiVersion: string): boolean {
  const [group = '', version] = apiVersion.split('/');
  return version !== undefined && !group.includes('.') && !groupsWithoutDot.has(group);
}
