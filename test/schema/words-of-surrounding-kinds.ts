import type { Manifest } from '../kit/server-errors.js';

/** A manifest with a word in the field. */
export type Sample = (word: string) => Manifest;

const named = (kind: string, more: object): Manifest => ({ kind, metadata: { name: 'a' }, ...more });
const withSpec = (kind: string, spec: object): Manifest => named(kind, { spec });
const ports = [{ port: 80 }];

const service = (more: object): Manifest => withSpec('Service', { ports, ...more });
const claimable = (more: object): Manifest =>
  withSpec('PersistentVolume', {
    capacity: { storage: '1Gi' },
    accessModes: ['ReadWriteOnce'],
    hostPath: { path: '/a' },
    ...more,
  });
const quota = (more: object): Manifest => withSpec('ResourceQuota', more);
const scaler = (metric: object): Manifest =>
  withSpec('HorizontalPodAutoscaler', {
    maxReplicas: 2,
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' },
    metrics: [metric],
  });

const target = { type: 'Value', value: '1' };
const metrics: Readonly<Record<string, object>> = {
  Object: { object: { describedObject: { kind: 'Service', name: 'a' }, metric: { name: 'a' }, target } },
  Pods: { pods: { metric: { name: 'a' }, target: { type: 'AverageValue', averageValue: '1' } } },
  Resource: { resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
  ContainerResource: {
    containerResource: { name: 'cpu', container: 'a', target: { type: 'Utilization', averageUtilization: 50 } },
  },
  External: { external: { metric: { name: 'a' }, target } },
};
const targets: Readonly<Record<string, object>> = {
  Utilization: metrics['Resource']!,
  Value: metrics['External']!,
  AverageValue: { external: { metric: { name: 'a' }, target: { type: 'AverageValue', averageValue: '1' } } },
};
const kindOfTarget = (type: string): string => (type === 'Utilization' ? 'Resource' : 'External');

/** Scopes that leave out Pods fit only what is counted in Pods. */
const hardFor = (scope: string): object =>
  scope === 'VolumeAttributesClass' ? { 'requests.storage': '1Gi' } : { pods: '1' };
const scoped = (scopeName: string, operator: string): Manifest =>
  quota({
    hard: hardFor(scopeName),
    scopeSelector: {
      matchExpressions: [{ scopeName, operator, ...(/^(Not)?In$/.test(operator) && { values: ['a'] }) }],
    },
  });

const service443 = { name: 'a', namespace: 'b' };
const operationRule = { operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] };
const webhook = (kind: string, more: object): Manifest =>
  named(kind, {
    webhooks: [
      {
        name: 'a.example.com',
        clientConfig: { service: service443 },
        admissionReviewVersions: ['v1'],
        sideEffects: 'None',
        rules: [operationRule],
        ...more,
      },
    ],
  });
const validating = (more: object): Manifest => webhook('ValidatingWebhookConfiguration', more);
const mutating = (more: object): Manifest => webhook('MutatingWebhookConfiguration', more);
const policyOf = (resource: object, more: object): Manifest =>
  withSpec('ValidatingAdmissionPolicy', {
    matchConstraints: { resourceRules: [resource] },
    validations: [{ expression: 'true' }],
    ...more,
  });
const mutatingPolicy = (more: object): Manifest =>
  withSpec('MutatingAdmissionPolicy', {
    reinvocationPolicy: 'Never',
    matchConstraints: { resourceRules: [operationRule] },
    mutations: [mutations['ApplyConfiguration']],
    ...more,
  });
const mutations: Readonly<Record<string, object>> = {
  ApplyConfiguration: { patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{}' } },
  JSONPatch: { patchType: 'JSONPatch', jsonPatch: { expression: '[JSONPatch{op: "remove", path: "/spec/a"}]' } },
};

const claim = (request: object): Manifest =>
  withSpec('ResourceClaim', { devices: { requests: [{ name: 'a', ...request }] } });
const deviceRequest = (exactly: object): Manifest => claim({ exactly: { deviceClassName: 'a', ...exactly } });
const alternativeRequest = (alternative: object): Manifest =>
  claim({ firstAvailable: [{ name: 'a', deviceClassName: 'a', ...alternative }] });

const addressOf: Readonly<Record<string, string>> = { IPv4: '10.0.0.1', IPv6: 'fd00::1', FQDN: 'a.example.com' };

/** Of CN=a, made for this test. */
const signingRequest =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIR01HNENBUUF3RERFS01BZ0dBMVVFQXd3QllUQlpNQk1HQnlxR1NNNDlBZ0' +
  'VHQ0NxR1NNNDlBd0VIQTBJQQpCTG90ZTJYZEliQWlTN2R4ZkoxNnovYytML0tMSVhmRjNxUmxMK00rUG9jVTk4UWd6SlhIQ2hqS2pNTVlBL0hT' +
  'CjA5a3BkOGRJb2V5bVlkRFFaQzgwUWxDZ0FEQUtCZ2dxaGtqT1BRUURBZ05JQURCRkFpRUF1UVR0UEhOUU10YzEKT2F4V1ZSYzBGWW03YTlmWD' +
  'cvY3h5WVRRTXlCa1Rha0NJSGRFbWh6Szl0QlB0NFROUTBZNVpXaWNNZlBYSW9BdApiY2xmdTFYMU53OWsKLS0tLS1FTkQgQ0VSVElGSUNBVEUg' +
  'UkVRVUVTVC0tLS0tCg==';

export const wordsOfSurroundingKinds: Readonly<Record<string, Sample>> = {
  'admissionregistration.v1.MatchResources.matchPolicy': (matchPolicy) =>
    policyOf(operationRule, { matchConstraints: { matchPolicy, resourceRules: [operationRule] } }),
  'admissionregistration.v1.MutatingAdmissionPolicySpec.failurePolicy': (failurePolicy) =>
    mutatingPolicy({ failurePolicy }),
  'admissionregistration.v1.MutatingAdmissionPolicySpec.reinvocationPolicy': (reinvocationPolicy) =>
    mutatingPolicy({ reinvocationPolicy }),
  'admissionregistration.v1.Mutation.patchType': (patchType) =>
    mutatingPolicy({ mutations: [mutations[patchType] ?? { patchType }] }),
  'admissionregistration.v1.MutatingWebhook.failurePolicy': (failurePolicy) => mutating({ failurePolicy }),
  'admissionregistration.v1.MutatingWebhook.matchPolicy': (matchPolicy) => mutating({ matchPolicy }),
  'admissionregistration.v1.MutatingWebhook.reinvocationPolicy': (reinvocationPolicy) =>
    mutating({ reinvocationPolicy }),
  'admissionregistration.v1.MutatingWebhook.sideEffects': (sideEffects) => mutating({ sideEffects }),
  'admissionregistration.v1.NamedRuleWithOperations.operations': (operation) =>
    policyOf({ ...operationRule, operations: [operation] }, {}),
  'admissionregistration.v1.NamedRuleWithOperations.scope': (scope) => policyOf({ ...operationRule, scope }, {}),
  'admissionregistration.v1.RuleWithOperations.operations': (operation) =>
    validating({ rules: [{ ...operationRule, operations: [operation] }] }),
  'admissionregistration.v1.RuleWithOperations.scope': (scope) => validating({ rules: [{ ...operationRule, scope }] }),
  'admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec.validationActions': (action) =>
    withSpec('ValidatingAdmissionPolicyBinding', { policyName: 'a', validationActions: [action] }),
  'admissionregistration.v1.ValidatingAdmissionPolicySpec.failurePolicy': (failurePolicy) =>
    policyOf(operationRule, { failurePolicy }),
  'admissionregistration.v1.ValidatingWebhook.failurePolicy': (failurePolicy) => validating({ failurePolicy }),
  'admissionregistration.v1.ValidatingWebhook.matchPolicy': (matchPolicy) => validating({ matchPolicy }),
  'admissionregistration.v1.ValidatingWebhook.sideEffects': (sideEffects) => validating({ sideEffects }),
  'autoscaling.v2.MetricSpec.type': (type) => scaler({ type, ...metrics[type] }),
  'autoscaling.v2.MetricTarget.type': (type) =>
    scaler({
      type: kindOfTarget(type),
      ...(targets[type] ?? { external: { metric: { name: 'a' }, target: { type } } }),
    }),
  'certificates.v1.CertificateSigningRequestSpec.usages': (usage) =>
    withSpec('CertificateSigningRequest', { request: signingRequest, signerName: 'example.com/a', usages: [usage] }),
  'core.v1.EndpointPort.protocol': (protocol) =>
    named('Endpoints', { subsets: [{ addresses: [{ ip: '10.0.0.1' }], ports: [{ port: 80, protocol }] }] }),
  'core.v1.PersistentVolumeSpec.accessModes': (mode) => claimable({ accessModes: [mode] }),
  'core.v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy': (persistentVolumeReclaimPolicy) =>
    claimable({ persistentVolumeReclaimPolicy }),
  'core.v1.PersistentVolumeSpec.volumeMode': (volumeMode) =>
    claimable({ volumeMode, hostPath: undefined, csi: { driver: 'a.example.com', volumeHandle: 'a' } }),
  'core.v1.ResourceQuotaSpec.scopes': (scope) => quota({ hard: hardFor(scope), scopes: [scope] }),
  'core.v1.ScopedResourceSelectorRequirement.operator': (operator) => scoped('PriorityClass', operator),
  'core.v1.ScopedResourceSelectorRequirement.scopeName': (scopeName) => scoped(scopeName, 'Exists'),
  'core.v1.ServicePort.protocol': (protocol) => service({ ports: [{ port: 80, protocol }] }),
  'core.v1.ServiceSpec.externalTrafficPolicy': (externalTrafficPolicy) =>
    service({ type: 'NodePort', externalTrafficPolicy }),
  'core.v1.ServiceSpec.internalTrafficPolicy': (internalTrafficPolicy) => service({ internalTrafficPolicy }),
  'core.v1.ServiceSpec.ipFamilies': (family) => service({ ipFamilies: [family] }),
  'core.v1.ServiceSpec.ipFamilyPolicy': (ipFamilyPolicy) => service({ ipFamilyPolicy }),
  'core.v1.ServiceSpec.sessionAffinity': (sessionAffinity) => service({ sessionAffinity }),
  'core.v1.ServiceSpec.type': (type) =>
    withSpec('Service', { type, ...(type === 'ExternalName' ? { externalName: 'a.example.com' } : { ports }) }),
  'core.v1.Taint.effect': (effect) => withSpec('Node', { taints: [{ key: 'a', effect }] }),
  'discovery.v1.EndpointPort.protocol': (protocol) =>
    named('EndpointSlice', { addressType: 'IPv4', endpoints: [], ports: [{ name: 'a', port: 80, protocol }] }),
  'discovery.v1.EndpointSlice.addressType': (addressType) =>
    named('EndpointSlice', { addressType, endpoints: [{ addresses: [addressOf[addressType] ?? 'a'] }], ports: [] }),
  'networking.v1.HTTPIngressPath.pathType': (pathType) =>
    withSpec('Ingress', {
      rules: [
        {
          host: 'a.example.com',
          http: { paths: [{ path: '/', pathType, backend: { service: { name: 'a', port: { number: 80 } } } }] },
        },
      ],
    }),
  'networking.v1.NetworkPolicyPort.protocol': (protocol) =>
    withSpec('NetworkPolicy', { podSelector: {}, ingress: [{ ports: [{ port: 80, protocol }] }] }),
  'networking.v1.NetworkPolicySpec.policyTypes': (type) =>
    withSpec('NetworkPolicy', { podSelector: {}, policyTypes: [type] }),
  'policy.v1.PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy': (unhealthyPodEvictionPolicy) =>
    withSpec('PodDisruptionBudget', { minAvailable: 1, selector: {}, unhealthyPodEvictionPolicy }),
  'resource.v1.DeviceSubRequest.allocationMode': (allocationMode) => alternativeRequest({ allocationMode }),
  'resource.v1.DeviceTaint.effect': (effect) =>
    withSpec('ResourceSlice', {
      driver: 'a.example.com',
      pool: { name: 'a', resourceSliceCount: 1 },
      allNodes: true,
      devices: [{ name: 'a', taints: [{ key: 'a', effect }] }],
    }),
  'resource.v1.DeviceToleration.effect': (effect) => deviceRequest({ tolerations: [{ operator: 'Exists', effect }] }),
  'resource.v1.DeviceToleration.operator': (operator) => deviceRequest({ tolerations: [{ key: 'a', operator }] }),
  'resource.v1.ExactDeviceRequest.allocationMode': (allocationMode) => deviceRequest({ allocationMode }),
  'scheduling.v1.PriorityClass.preemptionPolicy': (preemptionPolicy) =>
    named('PriorityClass', { value: 1, preemptionPolicy }),
  'storage.v1.StorageClass.reclaimPolicy': (reclaimPolicy) =>
    named('StorageClass', { provisioner: 'example.com/a', reclaimPolicy }),
  'storage.v1.StorageClass.volumeBindingMode': (volumeBindingMode) =>
    named('StorageClass', { provisioner: 'example.com/a', volumeBindingMode }),
};
