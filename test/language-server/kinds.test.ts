import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { kinds } from '@podlint/model';
import type { CompletionList, Hover, Position } from 'vscode-languageserver';
import { Client } from './client.js';

/** A field of each kind without pods, and what it stands below. */
const fields: Readonly<Record<string, readonly [below: string, field: string]>> = {
  'v1 Endpoints': ['subsets:\n- addresses: []\n  ', 'notReadyAddresses'],
  'v1 Event': ['', 'involvedObject'],
  'v1 LimitRange': ['spec:\n  limits:\n  - type: Container\n    ', 'defaultRequest'],
  'v1 Namespace': ['spec:\n  ', 'finalizers'],
  'v1 Node': ['spec:\n  ', 'unschedulable'],
  'v1 PersistentVolume': ['spec:\n  ', 'persistentVolumeReclaimPolicy'],
  'v1 PersistentVolumeClaim': ['spec:\n  ', 'volumeMode'],
  'v1 ResourceQuota': ['spec:\n  ', 'scopeSelector'],
  'v1 Service': ['spec:\n  ', 'sessionAffinity'],
  'v1 ServiceAccount': ['', 'automountServiceAccountToken'],
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicy': ['spec:\n  ', 'reinvocationPolicy'],
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding': ['spec:\n  ', 'policyName'],
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': ['webhooks:\n- name: a\n  ', 'reinvocationPolicy'],
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy': ['spec:\n  ', 'auditAnnotations'],
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding': ['spec:\n  ', 'validationActions'],
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration': ['webhooks:\n- name: a\n  ', 'sideEffects'],
  'apiextensions.k8s.io/v1 CustomResourceDefinition': ['spec:\n  names:\n    ', 'shortNames'],
  'apiregistration.k8s.io/v1 APIService': ['spec:\n  ', 'groupPriorityMinimum'],
  'autoscaling/v1 HorizontalPodAutoscaler': ['spec:\n  ', 'targetCPUUtilizationPercentage'],
  'autoscaling/v2 HorizontalPodAutoscaler': [
    'spec:\n  behavior:\n    scaleDown:\n      ',
    'stabilizationWindowSeconds',
  ],
  'certificates.k8s.io/v1 CertificateSigningRequest': ['spec:\n  ', 'signerName'],
  'coordination.k8s.io/v1 Lease': ['spec:\n  ', 'leaseDurationSeconds'],
  'discovery.k8s.io/v1 EndpointSlice': ['endpoints:\n- addresses: []\n  ', 'conditions'],
  'flowcontrol.apiserver.k8s.io/v1 FlowSchema': ['spec:\n  ', 'matchingPrecedence'],
  'flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration': ['spec:\n  limited:\n    ', 'lendablePercent'],
  'networking.k8s.io/v1 IPAddress': ['spec:\n  ', 'parentRef'],
  'networking.k8s.io/v1 Ingress': ['spec:\n  rules:\n  - http:\n      paths:\n      - path: /\n        ', 'pathType'],
  'networking.k8s.io/v1 IngressClass': ['spec:\n  ', 'controller'],
  'networking.k8s.io/v1 NetworkPolicy': [
    'spec:\n  egress:\n  - to:\n    - podSelector: {}\n      ',
    'namespaceSelector',
  ],
  'networking.k8s.io/v1 ServiceCIDR': ['spec:\n  ', 'cidrs'],
  'node.k8s.io/v1 RuntimeClass': ['', 'handler'],
  'policy/v1 PodDisruptionBudget': ['spec:\n  ', 'unhealthyPodEvictionPolicy'],
  'rbac.authorization.k8s.io/v1 ClusterRole': ['', 'aggregationRule'],
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding': ['subjects:\n- kind: ServiceAccount\n  ', 'namespace'],
  'rbac.authorization.k8s.io/v1 Role': ['rules:\n- verbs: [get]\n  ', 'resourceNames'],
  'rbac.authorization.k8s.io/v1 RoleBinding': ['roleRef:\n  ', 'apiGroup'],
  'resource.k8s.io/v1 DeviceClass': ['spec:\n  ', 'selectors'],
  'resource.k8s.io/v1 ResourceClaim': ['spec:\n  ', 'devices'],
  'resource.k8s.io/v1 ResourceClaimTemplate': ['spec:\n  spec:\n    ', 'devices'],
  'resource.k8s.io/v1 ResourceSlice': ['spec:\n  pool:\n    ', 'resourceSliceCount'],
  'scheduling.k8s.io/v1 PriorityClass': ['', 'globalDefault'],
  'storage.k8s.io/v1 CSIDriver': ['spec:\n  ', 'podInfoOnMount'],
  'storage.k8s.io/v1 CSINode': ['spec:\n  drivers:\n  - name: a\n    ', 'topologyKeys'],
  'storage.k8s.io/v1 CSIStorageCapacity': ['', 'maximumVolumeSize'],
  'storage.k8s.io/v1 StorageClass': ['', 'volumeBindingMode'],
  'storage.k8s.io/v1 VolumeAttachment': ['spec:\n  source:\n    ', 'persistentVolumeName'],
  'storage.k8s.io/v1 VolumeAttributesClass': ['', 'driverName'],
};

/** Their types came after those that the documentation is taken from, or belong to the aggregator. */
const undocumented = /^(?:resource\.k8s\.io|apiregistration\.k8s\.io)\/| MutatingAdmissionPolicy/;

const nameOf = ({ apiVersion, kind }: (typeof kinds)[number]): string => `${apiVersion} ${kind}`;

/** Kinds with pods or with free data: the other tests of the features are about these. */
const others = ['ConfigMap', 'Secret', 'Pod', 'PodTemplate', 'ReplicationController'];

test('there is a field of each kind', () => {
  const asked = kinds
    .filter(({ podTemplate, kind }) => podTemplate === undefined && !others.includes(kind))
    .map(nameOf);
  assert.deepEqual(Object.keys(fields).toSorted(), asked.toSorted());
});

/** What a hover says besides type, place, allowed values, default and versions. */
function documentationIn(hover: string): string[] {
  return hover
    .split('\n\n')
    .filter(
      (part) =>
        !/^(?:\*\*|`[^`]*` of an? |Allowed: |Default here: |Kubernetes |Since |Feature gate |`schema\/)/.test(part),
    );
}

describe('an editor', () => {
  const all = Object.entries(fields).map(([name, [below, field]]) => {
    const [apiVersion, kind] = name.split(' ');
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: a\n${below}`;
    const line = text.split('\n').length - 1;
    return { name, kind, field, text, at: { line, character: text.split('\n').at(-1)!.length } };
  });

  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  const ask = async <Result>(method: string, name: string, text: string, position: Position): Promise<Result> => {
    const uri = `file:///w/${method}/${name.replaceAll(/[ /]/g, '-')}.yaml`;
    await client.open(uri, text);
    return client.connection.sendRequest<Result>(`textDocument/${method}`, { textDocument: { uri }, position });
  };

  for (const { name, kind, field, text, at } of all) {
    test(`proposes a field of ${name} where it belongs`, async () => {
      const { items } = await ask<CompletionList>('completion', name, text, at);
      const labels = items.map(({ label }) => label);
      assert.ok(labels.includes(field), `${field} is not among ${labels.join(', ')}`);
    });

    test(`says of a field of ${name} what it is`, async () => {
      const hover = await ask<Hover | null>('hover', name, `${text}${field}: x\n`, at);
      const { value } = (hover?.contents ?? { value: '' }) as { value: string };
      assert.ok(value.includes(`**${field}** · `), value);
      assert.ok(value.includes(`of a ${kind}`) || value.includes(`of an ${kind}`), value);
      if (!undocumented.test(name)) assert.notDeepEqual(documentationIn(value), [], value);
    });
  }
});
