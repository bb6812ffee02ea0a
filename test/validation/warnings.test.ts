import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findKindByName } from '@podlint/model';
import { validateCreate } from '@podlint/kinds';
import type { Warning } from '@podlint/validation';
import type { Manifest } from '../kit/server-errors.js';
import { type Fields, workload } from './workload-kit.js';

function warningsOf(manifest: Manifest, minor = 36): readonly Warning[] {
  const { errors, warnings } = validateCreate(findKindByName(manifest.kind)!, structuredClone(manifest), minor);
  assert.deepEqual(
    errors.map(({ type, field }) => `${type} ${field.toString()}`),
    [],
    'the object is taken',
  );
  return warnings;
}

function pathsOf(manifest: Manifest, minor?: number): string[] {
  return warningsOf(manifest, minor)
    .map(({ path }) => String(path))
    .sort();
}

/** A Pod's spec and the paths below it that are warned about. */
function testWarnings(
  cases: readonly (readonly [title: string, spec: Fields, ...paths: string[]])[],
  minor = 36,
): void {
  for (const [title, spec, ...paths] of cases) {
    test(`1.${minor}: ${title}`, () =>
      assert.deepEqual(pathsOf(workload('Pod', spec), minor), paths.map((path) => `spec.${path}`).sort()));
  }
}

const container = (fields: Fields): Fields => ({ name: 'c', image: 'a', ...fields });
const one = (fields: Fields): Fields => ({ containers: [container(fields)] });
const expression = { key: 'beta.kubernetes.io/arch', operator: 'Exists' };

testWarnings([
  ['nothing to warn about', {}],
  [
    'a deprecated label of nodes',
    { nodeSelector: { 'beta.kubernetes.io/os': 'linux', a: 'b' } },
    'nodeSelector[beta.kubernetes.io/os]',
  ],
  [
    'the same in node affinity',
    {
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{}, { matchExpressions: [expression] }],
          },
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 1, preference: { matchExpressions: [expression] } },
          ],
        },
      },
    },
    'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[1].matchExpressions[0].key',
    'affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].key',
  ],
  [
    'a preferred value that no label can have',
    {
      affinity: {
        nodeAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 1, preference: { matchExpressions: [{ key: 'a', operator: 'In', values: ['b', '-1'] }] } },
          ],
        },
      },
    },
    'affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].values[1]',
  ],
  [
    'a spread constraint over a deprecated label that selects nothing',
    {
      topologySpreadConstraints: [
        { maxSkew: 1, topologyKey: 'failure-domain.beta.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
      ],
    },
    'topologySpreadConstraints[0].topologyKey',
    'topologySpreadConstraints[0].labelSelector',
  ],
  [
    'affinity that selects nothing',
    {
      affinity: {
        podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'a' }] },
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'a' } }],
        },
      },
    },
    'affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector',
    'affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector',
  ],
  [
    'two entries for an address',
    { hostAliases: [{ ip: '1.1.1.1' }, { ip: '1.1.1.1' }, { ip: '1.1.1.1' }] },
    'hostAliases[1].ip',
    'hostAliases[2].ip',
  ],
  [
    'addresses not in the usual form',
    { hostAliases: [{ ip: '2001:DB8::1' }], dnsConfig: { nameservers: ['2001:db8:0::1', '2001:db8::1'] } },
    'hostAliases[0].ip',
    'dnsConfig.nameservers[0]',
  ],
  [
    'pull secrets without a name',
    { imagePullSecrets: [{ name: 'a' }, {}, { name: 'a' }, {}] },
    'imagePullSecrets[1].name',
    'imagePullSecrets[2].name',
    'imagePullSecrets[3].name',
    'imagePullSecrets[3].name',
  ],
  [
    'fractions of a byte',
    {
      ...one({
        resources: {
          limits: { memory: '500m', cpu: '500m' },
          requests: { memory: '400m', 'ephemeral-storage': '1500m' },
        },
      }),
      overhead: { memory: '1m' },
    },
    'overhead[memory]',
    'containers[0].resources.limits[memory]',
    'containers[0].resources.requests[memory]',
    'containers[0].resources.requests[ephemeral-storage]',
  ],
  [
    'variables defined again',
    one({
      env: [
        { name: 'A', value: 'a' },
        { name: 'A', value: '$(A)b' },
        { name: 'A', value: '$(A)' },
        { name: 'A', value: 'c' },
        { name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      ],
    }),
    'containers[0].env[2]',
    'containers[0].env[3]',
    'containers[0].env[4]',
  ],
  [
    'an address of the node without a port',
    one({ ports: [{ containerPort: 1, hostIP: '1.1.1.1' }] }),
    'containers[0].ports[0]',
  ],
  [
    'ports listed twice',
    {
      containers: [
        container({
          ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }, { containerPort: 80, hostPort: 81 }],
        }),
        { name: 'd', image: 'a', ports: [{ containerPort: 80 }] },
      ],
    },
    'containers[0].ports[2]',
    'containers[1].ports[0]',
    'containers[1].ports[0]',
  ],
  [
    'a port on all addresses and on one',
    one({
      ports: [
        { containerPort: 80, hostPort: 80 },
        { containerPort: 80, hostPort: 80, hostIP: '1.1.1.1' },
      ],
    }),
    'containers[0].ports[1]',
  ],
  [
    'ports on two addresses',
    one({
      ports: [
        { containerPort: 80, hostPort: 80, hostIP: '1.1.1.2' },
        { containerPort: 80, hostPort: 80, hostIP: '1.1.1.1' },
      ],
    }),
  ],
  [
    'names of ports in two containers',
    {
      containers: [
        container({ ports: [{ containerPort: 80, name: 'web' }] }),
        { name: 'd', image: 'a', ports: [{ containerPort: 81, name: 'web' }] },
      ],
    },
    'containers[1].ports[0]',
  ],
  [
    'retired volumes',
    {
      volumes: [
        { name: 'a', gitRepo: { repository: 'a' } },
        { name: 'b', glusterfs: { endpoints: 'a', path: 'b' } },
        { name: 'c', storageos: { volumeName: 'a' } },
        { name: 'd', emptyDir: {} },
      ],
    },
    'volumes[0].gitRepo',
    'volumes[1].glusterfs',
    'volumes[2].storageOS',
  ],
  [
    'a claim for a fraction of a byte',
    {
      volumes: [
        {
          name: 'a',
          ephemeral: {
            volumeClaimTemplate: {
              spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '200m' } } },
            },
          },
        },
      ],
    },
    'volumes[0].ephemeral.volumeClaimTemplate.spec.resources.requests[storage]',
  ],
  [
    'files in the way of others',
    {
      volumes: [
        {
          name: 'a',
          configMap: {
            name: 'a',
            items: [
              { key: 'a', path: 'x' },
              { key: 'b', path: 'x/y' },
              { key: 'c', path: 'xy' },
              { key: 'd', path: 'x/' },
            ],
          },
        },
      ],
    },
    'volumes[0].configMap.items[1].path',
    'volumes[0].configMap.items[3].path',
    'volumes[0].configMap.items[3].path',
  ],
  [
    'files of several sources',
    {
      volumes: [
        {
          name: 'a',
          projected: {
            sources: [
              { secret: { name: 'a', items: [{ key: 'a', path: 'x' }] } },
              {},
              { serviceAccountToken: { path: 'x' } },
              { configMap: { name: 'a' } },
            ],
          },
        },
      ],
    },
    'volumes[0].projected.sources[1]',
    'volumes[0].projected.sources[2].serviceAccountToken.path',
  ],
]);

testWarnings(
  [
    [
      'what only newer versions warn about',
      {
        nodeSelector: { 'node-role.kubernetes.io/master': '' },
        hostAliases: [{ ip: '01.1.1.1' }],
        volumes: [
          {
            name: 'a',
            secret: {
              secretName: 'a',
              items: [
                { key: 'a', path: 'x' },
                { key: 'b', path: 'x' },
              ],
            },
          },
        ],
      },
    ],
  ],
  30,
);

test('addresses that are read in two ways are errors since 1.36, and warnings before', () => {
  assert.deepEqual(pathsOf(workload('Pod', { hostAliases: [{ ip: '01.1.1.1' }, { ip: '::ffff:1.2.3.4' }] }), 35), [
    'spec.hostAliases[0].ip',
    'spec.hostAliases[1].ip',
  ]);
});

test('annotations that do nothing', () => {
  const key = (name: string): string => `metadata.annotations[${name}]`;
  const annotated = (annotations: Fields, spec: Fields = {}): string[] =>
    pathsOf(workload('Pod', spec, { annotations }));
  assert.deepEqual(annotated({ 'scheduler.alpha.kubernetes.io/critical-pod': '' }), [
    key('scheduler.alpha.kubernetes.io/critical-pod'),
  ]);
  const seccomp = {
    'seccomp.security.alpha.kubernetes.io/pod': 'unconfined',
    'container.seccomp.security.alpha.kubernetes.io/c': 'unconfined',
    'container.seccomp.security.alpha.kubernetes.io/x': 'unconfined',
  };
  assert.deepEqual(annotated(seccomp), [
    key('container.seccomp.security.alpha.kubernetes.io/c'),
    key('seccomp.security.alpha.kubernetes.io/pod'),
  ]);
  assert.deepEqual(annotated(seccomp, { securityContext: { seccompProfile: { type: 'Unconfined' } } }), [
    key('container.seccomp.security.alpha.kubernetes.io/c'),
  ]);
});

test('AppArmor profiles as annotations only', () => {
  const key = 'container.apparmor.security.beta.kubernetes.io/c';
  const pod = (spec: Fields = {}, annotation = 'runtime/default'): Manifest =>
    workload('Pod', spec, { annotations: { [key]: annotation } });
  const warned = [`metadata.annotations[${key}]`];
  assert.deepEqual(pathsOf(pod()), warned);
  assert.deepEqual(pathsOf(pod(), 29), []);
  assert.deepEqual(pathsOf(pod({ os: { name: 'windows' } })), []);
  assert.deepEqual(pathsOf(pod(one({ securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } }))), []);
  assert.deepEqual(pathsOf(pod({ securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } })), []);
  assert.deepEqual(
    pathsOf(pod({ securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'a' } } }, 'localhost/a')),
    [],
  );
  assert.deepEqual(pathsOf(pod({ securityContext: { appArmorProfile: { type: 'Unconfined' } } })), warned);
});

test('AppArmor in a template: before 1.34 any profile of the pod will do', () => {
  const key = 'container.apparmor.security.beta.kubernetes.io/c';
  const template = {
    metadata: { labels: { app: 'a' }, annotations: { [key]: 'runtime/default' } },
    spec: { containers: [container({})] },
  };
  assert.deepEqual(pathsOf(workload('Deployment', { template }), 33), [`spec.template.metadata.annotations[${key}]`]);
});

test('names that become host names', () => {
  for (const kind of ['Pod', 'Deployment', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob'])
    assert.deepEqual(pathsOf(workload(kind, {}, { name: 'a.b' })), ['metadata.name'], kind);
  assert.deepEqual(pathsOf(workload('DaemonSet', {}, { name: 'a.b' })), []);
});

test('a negative time to end: a Pod gets one second instead, a template keeps it', () => {
  const template = {
    metadata: { labels: { app: 'a' } },
    spec: { containers: [container({})], terminationGracePeriodSeconds: -1 },
  };
  assert.deepEqual(pathsOf(workload('DaemonSet', { template })), ['spec.template.spec.terminationGracePeriodSeconds']);
  assert.deepEqual(pathsOf(workload('Pod', { terminationGracePeriodSeconds: -1 })), []);
});

test('StatefulSets: claims, and the history that is kept', () => {
  const claim = {
    metadata: { name: 'v' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1m' } } },
  };
  const statefulSet = workload('StatefulSet', { volumeClaimTemplates: [claim], revisionHistoryLimit: -1 });
  assert.deepEqual(pathsOf(statefulSet), [
    'spec.revisionHistoryLimit',
    'spec.volumeClaimTemplates[0].resources.requests[storage]',
  ]);
  assert.deepEqual(
    warningsOf(statefulSet)
      .map(({ at }) => String(at))
      .sort(),
    ['spec.volumeClaimTemplates[0].spec.resources.requests[storage]', 'undefined'],
  );
  assert.deepEqual(pathsOf(statefulSet, 32), ['spec.volumeClaimTemplates[0].resources.requests[storage]']);
});

test('Jobs with more indexes than can be kept track of', () => {
  const spec = { completionMode: 'Indexed', completions: 100001, parallelism: 10001 };
  const template = { spec: { containers: [container({})], restartPolicy: 'Never' } };
  assert.deepEqual(pathsOf(workload('Job', spec)), ['spec']);
  assert.deepEqual(pathsOf(workload('CronJob', { jobTemplate: { spec: { ...spec, template } } })), [
    'spec.jobTemplate.spec',
  ]);
  assert.deepEqual(pathsOf(workload('Job', { ...spec, parallelism: 10000 })), []);
});

test('an object that is refused gets no warnings', () => {
  const manifest = workload('Pod', { nodeSelector: { 'beta.kubernetes.io/os': 'linux' }, restartPolicy: 'x' });
  assert.deepEqual(validateCreate(findKindByName('Pod')!, manifest, 36).warnings, []);
});

describe('TLS Secrets', () => {
  const pem = (type: string): string => `-----BEGIN ${type}-----\nMIIBAA==\n-----END ${type}-----\n`;
  const secret = (certificate: string, key: string): Manifest => ({
    kind: 'Secret',
    metadata: { name: 'a' },
    type: 'kubernetes.io/tls',
    stringData: { 'tls.crt': certificate, 'tls.key': key },
  });

  test('whose certificate or key is none are warned about, once', () => {
    assert.deepEqual(pathsOf(secret('a', 'b')), ['data[tls.crt]']);
    assert.deepEqual(pathsOf(secret(pem('CERTIFICATE'), 'b')), ['data[tls.key]']);
    assert.deepEqual(pathsOf(secret(pem('PRIVATE KEY'), pem('CERTIFICATE'))), ['data[tls.crt]']);
    assert.deepEqual(pathsOf(secret(pem('CERTIFICATE'), pem('CERTIFICATE'))), ['data[tls.key]']);
  });

  test('of PEM are fine, whatever the kind of key, and Secrets of other types, too', () => {
    assert.deepEqual(pathsOf(secret(pem('CERTIFICATE') + pem('CERTIFICATE'), pem('EC PRIVATE KEY'))), []);
    assert.deepEqual(pathsOf(secret(`# ours\n${pem('CERTIFICATE')}`, pem('PRIVATE KEY'))), []);
    assert.deepEqual(pathsOf({ ...secret('a', 'b'), type: 'Opaque' }), []);
  });
});
