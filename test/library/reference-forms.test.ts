import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { isClusterScoped } from '@podlint/model';
import { lintPaths } from 'podlint/node';

type Json = Record<string, unknown>;

/** A kind of reference: an object that refers, and what it refers to. */
interface Kind {
  readonly target: Json;
  /** The object that refers, by a name, a key, a port or labels. */
  readonly from: (word: string) => Json;
  /** What is there, what is nearly that, and what is nothing like it. */
  readonly words: readonly [right: string, near: string, wrong: string];
  /** `object`: a whole object may be elsewhere; `part`: the object is there, so that its part has to be. */
  readonly of: 'object' | 'part';
  /** The target lives outside of namespaces, or the object that refers does. */
  readonly scope?: 'cluster';
}

const meta = (name: string, more: Json = {}): Json => ({ metadata: { name, ...more } });
const object = (apiVersion: string, kind: string, name: string, rest: Json = {}): Json => ({
  ...{ apiVersion, kind },
  ...meta(name),
  ...rest,
});

const container = (more: Json = {}): Json => ({ name: 'app', image: 'registry.example/app:1.2', ...more });
const podSpec = (more: Json = {}): Json => ({ containers: [container()], ...more });
const pod = (spec: Json): Json => object('v1', 'Pod', 'app', { spec });
const envFrom = (source: Json): Json =>
  pod({ containers: [container({ env: [{ name: 'MODE', valueFrom: source }] })] });
const deployment = (labels: Json = { app: 'web' }, more: Json = {}): Json =>
  object('apps/v1', 'Deployment', 'app-web', {
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [container({ ports: [{ name: 'http', containerPort: 8080 }], ...more })] },
      },
    },
  });
const service = (name: string, spec: Json = {}): Json =>
  object('v1', 'Service', name, { spec: { ports: [{ name: 'http', port: 80 }], ...spec } });
const config = object('v1', 'ConfigMap', 'app-config', { data: { mode: 'fast' } });
const secret = object('v1', 'Secret', 'app-secret', { stringData: { token: 'x' } });
const ingress = (backend: Json, more: Json = {}): Json =>
  object('networking.k8s.io/v1', 'Ingress', 'app', { spec: { defaultBackend: { service: backend }, ...more } });
const names = ['app-config', 'app-cofnig', 'elsewhere'] as const;
const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const rbac = 'rbac.authorization.k8s.io';
const webhook = (name: string): Json =>
  object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'app', {
    webhooks: [
      {
        name: 'a.example.com',
        clientConfig: { service: { name, namespace: 'default' }, caBundle: 'YQ==' },
        admissionReviewVersions: ['v1'],
        sideEffects: 'None',
      },
    ],
  });

/** Every kind of reference that podlint follows (docs/references.md). */
const kinds: Readonly<Record<string, Kind>> = {
  ConfigMap: {
    target: config,
    from: (name) => envFrom({ configMapKeyRef: { name, key: 'mode' } }),
    words: names,
    of: 'object',
  },
  'key of a ConfigMap': {
    target: config,
    from: (key) => envFrom({ configMapKeyRef: { name: 'app-config', key } }),
    words: ['mode', 'mdoe', 'color'],
    of: 'part',
  },
  Secret: {
    target: secret,
    from: (name) => envFrom({ secretKeyRef: { name, key: 'token' } }),
    words: ['app-secret', 'app-secert', 'elsewhere'],
    of: 'object',
  },
  'key of a Secret': {
    target: secret,
    from: (key) => envFrom({ secretKeyRef: { name: 'app-secret', key } }),
    words: ['token', 'tokne', 'color'],
    of: 'part',
  },
  ServiceAccount: {
    target: object('v1', 'ServiceAccount', 'app-config'),
    from: (serviceAccountName) => pod(podSpec({ serviceAccountName })),
    words: names,
    of: 'object',
  },
  PersistentVolumeClaim: {
    target: object('v1', 'PersistentVolumeClaim', 'app-config', {
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    }),
    from: (claimName) => pod(podSpec({ volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] })),
    words: names,
    of: 'object',
  },
  PriorityClass: {
    target: object('scheduling.k8s.io/v1', 'PriorityClass', 'app-config', { value: 5 }),
    from: (priorityClassName) => pod(podSpec({ priorityClassName })),
    words: names,
    of: 'object',
    scope: 'cluster',
  },
  RuntimeClass: {
    target: object('node.k8s.io/v1', 'RuntimeClass', 'app-config', { handler: 'x' }),
    from: (runtimeClassName) => pod(podSpec({ runtimeClassName })),
    words: names,
    of: 'object',
    scope: 'cluster',
  },
  StorageClass: {
    target: object('storage.k8s.io/v1', 'StorageClass', 'app-config', { provisioner: 'x.example.com' }),
    from: (storageClassName) =>
      object('v1', 'PersistentVolumeClaim', 'data', {
        spec: { storageClassName, accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      }),
    words: names,
    of: 'object',
    scope: 'cluster',
  },
  'pull secret': {
    target: secret,
    from: (name) => pod(podSpec({ imagePullSecrets: [{ name }] })),
    words: ['app-secret', 'app-secert', 'elsewhere'],
    of: 'object',
  },
  'selector of a Service': {
    target: deployment(),
    from: (app) => service('app', { selector: { app }, ports: [{ port: 80, targetPort: 'http' }] }),
    words: ['web', 'wbe', 'elsewhere'],
    of: 'object',
  },
  'target port of a Service': {
    target: deployment(),
    from: (targetPort) => service('app', { selector: { app: 'web' }, ports: [{ port: 80, targetPort }] }),
    words: ['http', 'htttp', 'metrics'],
    of: 'part',
  },
  'backend of an Ingress': {
    target: service('app-config'),
    from: (name) => ingress({ name, port: { number: 80 } }),
    words: names,
    of: 'object',
  },
  'port of a backend': {
    target: service('app-config'),
    from: (name) => ingress({ name: 'app-config', port: { name } }),
    words: ['http', 'htttp', 'metrics'],
    of: 'part',
  },
  'TLS secret of an Ingress': {
    target: secret,
    from: (secretName) =>
      ingress(
        { name: 'app', port: { number: 80 } },
        { defaultBackend: { resource: { apiGroup: 'x.example.com', kind: 'X', name: 'x' } }, tls: [{ secretName }] },
      ),
    words: ['app-secret', 'app-secert', 'elsewhere'],
    of: 'object',
  },
  'backend of a route': {
    target: service('app-config'),
    from: (name) =>
      object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'app', {
        spec: { rules: [{ backendRefs: [{ name, port: 80 }] }] },
      }),
    words: names,
    of: 'object',
  },
  'target of a HorizontalPodAutoscaler': {
    target: deployment(),
    from: (name) =>
      object('autoscaling/v2', 'HorizontalPodAutoscaler', 'app', {
        spec: { maxReplicas: 3, minReplicas: 2, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name } },
      }),
    words: ['app-web', 'app-wbe', 'elsewhere'],
    of: 'object',
  },
  'selector of a PodDisruptionBudget': {
    target: deployment(),
    from: (app) =>
      object('policy/v1', 'PodDisruptionBudget', 'app', {
        spec: { maxUnavailable: 1, selector: { matchLabels: { app } } },
      }),
    words: ['web', 'wbe', 'elsewhere'],
    of: 'object',
  },
  'selector of a NetworkPolicy': {
    target: deployment(),
    from: (app) =>
      object('networking.k8s.io/v1', 'NetworkPolicy', 'app', {
        spec: { podSelector: { matchLabels: { app } }, policyTypes: ['Ingress'] },
      }),
    words: ['web', 'wbe', 'elsewhere'],
    of: 'object',
  },
  'Service of a StatefulSet': {
    target: service('app-config', { clusterIP: 'None', selector: { app: 'set' } }),
    from: (serviceName) =>
      object('apps/v1', 'StatefulSet', 'set', {
        spec: {
          serviceName,
          selector: { matchLabels: { app: 'set' } },
          template: { metadata: { labels: { app: 'set' } }, spec: podSpec() },
        },
      }),
    words: names,
    of: 'object',
  },
  'role of a binding': {
    target: object(`${rbac}/v1`, 'Role', 'app-config', {
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
    }),
    from: (name) =>
      object(`${rbac}/v1`, 'RoleBinding', 'app', {
        roleRef: { apiGroup: rbac, kind: 'Role', name },
        subjects: [{ kind: 'User', apiGroup: rbac, name: 'jane' }],
      }),
    words: names,
    of: 'object',
  },
  'subject of a binding': {
    target: object('v1', 'ServiceAccount', 'app-config'),
    from: (name) =>
      object(`${rbac}/v1`, 'ClusterRoleBinding', 'app', {
        roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'view' },
        subjects: [{ kind: 'ServiceAccount', name, namespace: 'default' }],
      }),
    words: names,
    of: 'object',
    scope: 'cluster',
  },
  'Service of a webhook': {
    target: service('app-config', { ports: [{ port: 443 }] }),
    from: webhook,
    words: names,
    of: 'object',
    scope: 'cluster',
  },
  'Service of an APIService': {
    target: service('app-config', { ports: [{ port: 443 }] }),
    from: (name) =>
      object('apiregistration.k8s.io/v1', 'APIService', 'v1.x.example.com', {
        spec: {
          group: 'x.example.com',
          version: 'v1',
          groupPriorityMinimum: 100,
          versionPriority: 10,
          insecureSkipTLSVerify: true,
          service: { name, namespace: 'default' },
        },
      }),
    words: names,
    of: 'object',
    scope: 'cluster',
  },
  owner: {
    target: config,
    from: (name) => ({
      ...object('v1', 'Secret', 'owned'),
      metadata: { name: 'owned', ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name, uid: '1' }] },
    }),
    words: names,
    of: 'object',
  },
  'ConfigMap as variables': {
    target: config,
    from: (name) => pod({ containers: [container({ envFrom: [{ configMapRef: { name } }] })] }),
    words: names,
    of: 'object',
  },
  'ConfigMap as a volume': {
    target: config,
    from: (name) => pod(podSpec({ volumes: [{ name: 'data', configMap: { name } }] })),
    words: names,
    of: 'object',
  },
  'key in a volume': {
    target: config,
    from: (key) =>
      pod(podSpec({ volumes: [{ name: 'data', configMap: { name: 'app-config', items: [{ key, path: 'a' }] } }] })),
    words: ['mode', 'mdoe', 'color'],
    of: 'part',
  },
  'key in a projected volume': {
    target: secret,
    from: (key) => {
      const sources = [{ secret: { name: 'app-secret', items: [{ key, path: 'a' }] } }];
      return pod(podSpec({ volumes: [{ name: 'data', projected: { sources } }] }));
    },
    words: ['token', 'tokne', 'color'],
    of: 'part',
  },
  'data source of a claim': {
    target: object('v1', 'PersistentVolumeClaim', 'app-config', { spec: claim }),
    from: (name) =>
      object('v1', 'PersistentVolumeClaim', 'copy', {
        spec: { ...claim, dataSource: { kind: 'PersistentVolumeClaim', name } },
      }),
    words: names,
    of: 'object',
  },
  VolumeAttributesClass: {
    target: object('storage.k8s.io/v1', 'VolumeAttributesClass', 'app-config', {
      driverName: 'x.example.com',
      parameters: { iops: '5' },
    }),
    from: (volumeAttributesClassName) =>
      object('v1', 'PersistentVolumeClaim', 'data', { spec: { ...claim, volumeAttributesClassName } }),
    words: names,
    of: 'object',
    scope: 'cluster',
  },
  'Secret of a driver': {
    target: secret,
    from: (name) =>
      object('v1', 'PersistentVolume', 'data', {
        spec: {
          accessModes: ['ReadWriteOnce'],
          capacity: { storage: '1Gi' },
          csi: { driver: 'x.example.com', volumeHandle: 'a', nodeStageSecretRef: { name, namespace: 'default' } },
        },
      }),
    words: ['app-secret', 'app-secert', 'elsewhere'],
    of: 'object',
    scope: 'cluster',
  },
  IngressClass: {
    target: object('networking.k8s.io/v1', 'IngressClass', 'app-config', { spec: { controller: 'example.com/x' } }),
    from: (ingressClassName) =>
      ingress(
        { name: 'app', port: { number: 80 } },
        { ingressClassName, defaultBackend: { resource: { apiGroup: 'x.example.com', kind: 'X', name: 'x' } } },
      ),
    words: names,
    of: 'object',
    scope: 'cluster',
  },
  DeviceClass: {
    target: object('resource.k8s.io/v1', 'DeviceClass', 'app-config', { spec: {} }),
    from: (deviceClassName) =>
      object('resource.k8s.io/v1', 'ResourceClaim', 'gpu', {
        spec: { devices: { requests: [{ name: 'gpu', exactly: { deviceClassName } }] } },
      }),
    words: names,
    of: 'object',
    scope: 'cluster',
  },
  'policy of a binding': {
    target: object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'app-config', {
      spec: {
        matchConstraints: {
          resourceRules: [{ operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['nodes'] }],
        },
        validations: [{ expression: 'true' }],
      },
    }),
    from: (policyName) =>
      object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', 'app', {
        spec: { policyName, validationActions: ['Deny'] },
      }),
    words: names,
    of: 'object',
    scope: 'cluster',
  },
  'secret of a ServiceAccount': {
    target: secret,
    from: (name) => object('v1', 'ServiceAccount', 'app', { imagePullSecrets: [{ name }] }),
    words: ['app-secret', 'app-secert', 'elsewhere'],
    of: 'object',
  },
  'gateway of a route': {
    target: object('gateway.networking.k8s.io/v1', 'Gateway', 'app-config', { spec: {} }),
    from: (name) =>
      object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'app', { spec: { parentRefs: [{ name }], rules: [] } }),
    words: names,
    of: 'object',
  },
  'Secret of a Gateway': {
    target: secret,
    from: (name) =>
      object('gateway.networking.k8s.io/v1', 'Gateway', 'app', {
        spec: { listeners: [{ name: 'a', port: 443, protocol: 'HTTPS', tls: { certificateRefs: [{ name }] } }] },
      }),
    words: ['app-secret', 'app-secert', 'elsewhere'],
    of: 'object',
  },
  'target of a ScaledObject': {
    target: deployment(),
    from: (name) =>
      object('keda.sh/v1alpha1', 'ScaledObject', 'app', {
        spec: { scaleTargetRef: { kind: 'Deployment', name }, triggers: [] },
      }),
    words: ['app-web', 'app-wbe', 'elsewhere'],
    of: 'object',
  },
  ResourceClaim: {
    target: object('resource.k8s.io/v1', 'ResourceClaim', 'app-config', { spec: {} }),
    from: (resourceClaimName) =>
      pod({
        containers: [container({ resources: { claims: [{ name: 'gpu' }] } })],
        resourceClaims: [{ name: 'gpu', resourceClaimName }],
      }),
    words: names,
    of: 'object',
  },
  ResourceClaimTemplate: {
    target: object('resource.k8s.io/v1', 'ResourceClaimTemplate', 'app-config', { spec: { spec: {} } }),
    from: (resourceClaimTemplateName) =>
      pod({
        containers: [container({ resources: { claims: [{ name: 'gpu' }] } })],
        resourceClaims: [{ name: 'gpu', resourceClaimTemplateName }],
      }),
    words: names,
    of: 'object',
  },
};

const text = (objects: readonly Json[]): string => objects.map((one) => JSON.stringify(one)).join('\n---\n');

/** Ways to hand over an object and the one that it refers to. */
const forms = {
  'one file': (from: Json, target: Json) => ({ 'all.yaml': text([from, target]) }),
  'two files': (from: Json, target: Json) => ({ 'a.yaml': text([from]), 'b.yaml': text([target]) }),
  'a List': (from: Json, target: Json) => ({
    'list.json': text([{ apiVersion: 'v1', kind: 'List', items: [from, target] }]),
  }),
  'a build': (from: Json, target: Json) => ({
    'kustomization.yaml': 'resources: [a.yaml, b.yaml]\n',
    'a.yaml': text([from]),
    'b.yaml': text([target]),
  }),
} as const;

const root = mkdtempSync(path.join(tmpdir(), 'reference-forms-'));
after(() => {
  rmSync(root, { recursive: true });
});

let runs = 0;

/** How grave is what is said of references: each severity once. */
async function said(files: Readonly<Record<string, string>>, complete: boolean): Promise<ReadonlySet<string>> {
  const cwd = path.join(root, String(runs++));
  mkdirSync(cwd);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(cwd, name), content);
  const report = await lintPaths(['.'], { cwd, config: false, level: 'info', complete });
  const found = report.files.flatMap(({ diagnostics }) => diagnostics).filter(({ code }) => code.startsWith('refs/'));
  return new Set(found.map(({ severity }) => severity));
}

const isSerious = (severities: ReadonlySet<string>): boolean => severities.has('error') || severities.has('warning');

/** In `other`, whatever it was in before. */
function elsewhere(target: Json): Json {
  return { ...target, metadata: { ...(target['metadata'] as Json), namespace: 'other' } };
}

for (const [name, { target, from, words, of, scope }] of Object.entries(kinds)) {
  const [right, near, wrong] = words;
  describe(`a reference: ${name}`, () => {
    for (const [form, files] of Object.entries(forms))
      test(`${form}: what is there is found, a near miss is told, and what is nothing like it as far as that is known`, async () => {
        assert.deepEqual([...(await said(files(from(right), target), true))], [], 'what is there');
        for (const complete of [true, false])
          assert.ok(isSerious(await said(files(from(near), target), complete)), `a near miss, complete: ${complete}`);
        assert.ok(isSerious(await said(files(from(wrong), target), true)), 'absence in a complete run');
        const open = await said(files(from(wrong), target), false);
        assert.equal(isSerious(open), of === 'part', 'absence where the run may not hold all');
      });

    test('two namespaces', async () => {
      const files = forms['two files'](from(right), elsewhere(target));
      const isFound = !isSerious(await said(files, true));
      const livesOutside = isClusterScoped(String(target['kind']));
      assert.equal(isFound, livesOutside, scope ?? 'by namespace');
      assert.equal(isSerious(await said(files, false)), false);
    });
  });
}
