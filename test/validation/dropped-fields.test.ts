import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findKindByName } from '@podlint/model';
import { type CreateResult, validateCreate } from '@podlint/kinds';
import type { Manifest } from '../kit/server-errors.js';
import { type Fields, workload } from './workload-kit.js';

function create(manifest: Manifest, minor: number): CreateResult {
  return validateCreate(findKindByName(manifest.kind)!, structuredClone(manifest), minor);
}

function droppedOf(manifest: Manifest, minor: number): string[] {
  return create(manifest, minor)
    .dropped.map((field) => `${field.path.toString()} ${'gate' in field ? field.gate : 'always'}`)
    .sort();
}

const container = (fields: Fields, list = 'containers'): Fields => ({
  containers: [{ name: 'c', image: 'a' }],
  [list]: [{ name: 'a', image: 'a', ...fields }],
});
const podAffinity = {
  requiredDuringSchedulingIgnoredDuringExecution: [
    { topologyKey: 'a', labelSelector: {}, matchLabelKeys: ['a'], mismatchLabelKeys: ['b'] },
  ],
};
const podAntiAffinity = {
  preferredDuringSchedulingIgnoredDuringExecution: [
    { weight: 1, podAffinityTerm: { topologyKey: 'a', labelSelector: {}, matchLabelKeys: ['a'] } },
  ],
};

interface DropCase {
  readonly spec: Fields;
  readonly gate: string;
  readonly fields: readonly string[];
  /** The first minor that drops, and the first that keeps again; undefined: none yet. */
  readonly from: number;
  readonly until?: number;
}

const everyVersion = [29, 30, 31, 32, 33, 34, 35, 36];

const cases: readonly DropCase[] = [
  { spec: { hostUsers: true }, gate: 'UserNamespacesSupport', fields: ['hostUsers'], from: 29, until: 33 },
  {
    spec: { securityContext: { supplementalGroupsPolicy: 'Merge' } },
    gate: 'SupplementalGroupsPolicy',
    fields: ['securityContext.supplementalGroupsPolicy'],
    from: 31,
    until: 33,
  },
  {
    spec: { securityContext: { seLinuxChangePolicy: 'Recursive' } },
    gate: 'SELinuxChangePolicy',
    fields: ['securityContext.seLinuxChangePolicy'],
    from: 32,
    until: 33,
  },
  {
    spec: { resources: { limits: { cpu: '1' } } },
    gate: 'PodLevelResources',
    fields: ['resources'],
    from: 32,
    until: 34,
  },
  { spec: { hostnameOverride: 'a' }, gate: 'HostnameOverride', fields: ['hostnameOverride'], from: 34, until: 35 },
  { spec: { schedulingGroup: { podGroupName: 'a' } }, gate: 'GenericWorkload', fields: ['schedulingGroup'], from: 35 },
  {
    spec: { affinity: { podAffinity, podAntiAffinity } },
    gate: 'MatchLabelKeysInPodAffinity',
    fields: [
      'affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys',
      'affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].mismatchLabelKeys',
      'affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.matchLabelKeys',
    ],
    from: 29,
    until: 31,
  },
  {
    spec: {
      ...container({ resources: { claims: [{ name: 'a' }] } }, 'initContainers'),
      resourceClaims: [{ name: 'a', resourceClaimName: 'a' }],
    },
    gate: 'DynamicResourceAllocation',
    fields: ['initContainers[0].resources.claims', 'resourceClaims'],
    from: 29,
    until: 34,
  },
  {
    spec: { volumes: [{ name: 'v', projected: { sources: [{ clusterTrustBundle: { name: 'a', path: 'a' } }] } }] },
    gate: 'ClusterTrustBundleProjection',
    fields: ['volumes[0].projected.sources[0].clusterTrustBundle'],
    from: 29,
  },
  {
    spec: { volumes: [{ name: 'v', projected: { sources: [{ podCertificate: { signerName: 'a.b/c' } }] } }] },
    gate: 'PodCertificateRequest',
    fields: ['volumes[0].projected.sources[0].podCertificate'],
    from: 34,
  },
  {
    spec: container({ resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] }),
    gate: 'InPlacePodVerticalScaling',
    fields: ['containers[0].resizePolicy'],
    from: 29,
    until: 33,
  },
  {
    spec: container({ restartPolicy: 'Never', restartPolicyRules: [{}] }),
    gate: 'ContainerRestartRules',
    fields: ['containers[0].restartPolicy', 'containers[0].restartPolicyRules'],
    from: 34,
    until: 35,
  },
  {
    spec: container({ restartPolicy: 'Never' }, 'initContainers'),
    gate: 'ContainerRestartRules',
    fields: ['initContainers[0].restartPolicy'],
    from: 34,
    until: 35,
  },
  {
    spec: container({ restartPolicy: 'Always' }, 'initContainers'),
    gate: 'ContainerRestartRules',
    fields: [],
    from: 34,
  },
  {
    spec: {
      ...container({ volumeMounts: [{ name: 'v', mountPath: '/a', readOnly: true, recursiveReadOnly: 'Disabled' }] }),
      volumes: [{ name: 'v' }],
    },
    gate: 'RecursiveReadOnlyMounts',
    fields: ['containers[0].volumeMounts[0].recursiveReadOnly'],
    from: 30,
    until: 31,
  },
  {
    spec: container({
      env: [
        { name: 'A', value: 'a' },
        { name: 'B', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'a', key: 'b' } } },
      ],
    }),
    gate: 'EnvFiles',
    fields: ['containers[0].env[1].valueFrom.fileKeyRef'],
    from: 34,
    until: 35,
  },
  {
    spec: container({ lifecycle: { preStop: { sleep: { seconds: 1 } }, postStart: { sleep: { seconds: 2 } } } }),
    gate: 'PodLifecycleSleepAction',
    fields: ['containers[0].lifecycle.preStop.sleep', 'containers[0].lifecycle.postStart.sleep'],
    from: 29,
    until: 30,
  },
  {
    spec: container({ lifecycle: { stopSignal: 'SIGTERM' } }),
    gate: 'ContainerStopSignals',
    fields: ['containers[0].lifecycle'],
    from: 33,
  },
  {
    spec: container({ lifecycle: { stopSignal: 'SIGTERM', preStop: { exec: { command: ['a'] } } } }),
    gate: 'ContainerStopSignals',
    fields: ['containers[0].lifecycle.stopSignal'],
    from: 33,
  },
  {
    spec: { volumes: [{ name: 'v', image: { reference: 'a' } }] },
    gate: 'ImageVolume',
    fields: ['volumes'],
    from: 31,
    until: 35,
  },
];

for (const { spec, gate, fields, from, until = 99 } of cases) {
  for (const minor of everyVersion) {
    const isDropped = minor >= from && minor < until;
    test(`1.${minor} ${isDropped ? 'drops' : 'keeps'} ${fields.join(', ') || JSON.stringify(spec)}`, () => {
      const expected = isDropped ? fields.map((field) => `spec.${field} ${gate}`).sort() : [];
      assert.deepEqual(
        droppedOf(workload('Pod', spec), minor).filter((line) => line.endsWith(` ${gate}`)),
        expected,
      );
    });
  }
}

test('templates of every kind lose the same', () => {
  const spec = { containers: [{ name: 'c', image: 'a', lifecycle: { stopSignal: 'SIGTERM' } }] };
  const template = { metadata: { labels: { app: 'a' } }, spec };
  for (const kind of ['ReplicationController', 'ReplicaSet', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job']) {
    assert.deepEqual(
      droppedOf(workload(kind, { template }), 36),
      ['spec.template.spec.containers[0].lifecycle ContainerStopSignals'],
      kind,
    );
  }
  assert.deepEqual(droppedOf(workload('CronJob', { jobTemplate: { spec: { template } } }), 36), [
    'spec.jobTemplate.spec.template.spec.containers[0].lifecycle ContainerStopSignals',
  ]);
  assert.deepEqual(droppedOf({ kind: 'PodTemplate', template }, 36), [
    'template.spec.containers[0].lifecycle ContainerStopSignals',
  ]);
});

test('workloads have such fields of their own', () => {
  const statefulSet = workload('StatefulSet', { updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } });
  assert.deepEqual(droppedOf(statefulSet, 36), [
    'spec.updateStrategy.rollingUpdate.maxUnavailable MaxUnavailableStatefulSet',
  ]);
  const job = workload('Job', { managedBy: 'a.b/c', successPolicy: { rules: [{ succeededCount: 1 }] } });
  assert.deepEqual(droppedOf(job, 29), []);
  assert.deepEqual(droppedOf(job, 30), ['spec.managedBy JobManagedBy', 'spec.successPolicy JobSuccessPolicy']);
  assert.deepEqual(droppedOf(job, 31), ['spec.managedBy JobManagedBy']);
  assert.deepEqual(droppedOf(job, 32), []);
});

test('what is empty is dropped without being mentioned', () => {
  const spec = { ...container({ lifecycle: { stopSignal: '' } }), schedulingGroup: {} };
  assert.deepEqual(create(workload('Pod', spec), 36).dropped, []);
  assert.deepEqual(create(workload('Pod', { hostUsers: false, hostPID: true }), 32).dropped, []);
});

test('what is dropped is not validated', () => {
  assert.deepEqual(create(workload('Pod', { hostUsers: false, hostPID: true }), 32).errors, []);
  assert.deepEqual(create(workload('Pod', { hostnameOverride: 'A' }), 34).errors, []);
  assert.equal(create(workload('Pod', container({ securityContext: { procMount: 'Unmasked' } })), 32).errors.length, 0);
  assert.equal(create(workload('Pod', container({ securityContext: { procMount: 'Unmasked' } })), 33).errors.length, 1);
});

const imageVolumes = {
  ...container({
    volumeMounts: [
      { name: 'image', mountPath: '/image', subPath: 'a' },
      { name: 'b', mountPath: '/b' },
    ],
  }),
  volumes: [
    { name: 'image', image: { reference: 'a' } },
    { name: 'b', secret: { secretName: 'b', optional: true } },
    { name: 'C', secret: { secretName: 'c' } },
  ],
};

test('volumes and mounts behind an image volume move up', () => {
  const { dropped, errors } = create(workload('Pod', imageVolumes), 34);
  assert.deepEqual(dropped.map(({ path }) => String(path)).sort(), [
    'spec.containers[0].volumeMounts[0].subPath',
    'spec.containers[0].volumeMounts[1]',
    'spec.volumes[0].image',
    'spec.volumes[1].secret.optional',
    'spec.volumes[2]',
  ]);
  assert.deepEqual(
    errors.map(({ type, field, at }) => `${type} ${field.toString()} ${String(at)}`),
    ['FieldValueInvalid spec.volumes[1].name spec.volumes[2].name'],
  );
});

test('a version in which the gate is on keeps them', () => {
  const { dropped, errors } = create(workload('Pod', imageVolumes), 36);
  assert.deepEqual(dropped, []);
  assert.deepEqual(
    errors.map(({ field, at }) => `${field.toString()} ${String(at)}`),
    ['spec.volumes[2].name undefined'],
  );
});
