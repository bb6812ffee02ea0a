import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyDefaults } from '@podlint/kinds';
import type { FieldPath } from '@podlint/model';
import { createCases, readCases } from '../conformance/cases.js';
import { decodedObject, kindOf, minor as newest, type Json } from './effective-kit.js';

/** Path -> value of every default that is filled into the object. */
function defaultsOf(object: Json, minor = newest): Json {
  const recorded: Json = {};
  const record = (path: FieldPath, value: unknown, why: string): void => {
    assert.notEqual(why, '', `${path.toString()} has a reason`);
    recorded[String(path)] = structuredClone(value);
  };
  applyDefaults(kindOf(object), structuredClone(object), minor, { record });
  return recorded;
}

function only(recorded: Json, start: string): Json {
  return Object.fromEntries(
    Object.entries(recorded)
      .filter(([path]) => path.startsWith(start))
      .map(([path, value]) => [path.slice(start.length), value]),
  );
}

const container = {
  name: 'c',
  image: 'nginx:1.2',
  imagePullPolicy: 'Never',
  terminationMessagePath: '/x',
  terminationMessagePolicy: 'File',
};
const pod = (spec: object): Json => ({ apiVersion: 'v1', kind: 'Pod', spec: { containers: [container], ...spec } });
const inContainer = (fields: object, minor?: number): Json =>
  only(defaultsOf(pod({ containers: [{ ...container, ...fields }] }), minor), 'spec.containers[0].');
const inVolume = (fields: object, minor?: number): Json =>
  only(defaultsOf(pod({ volumes: [{ name: 'v', ...fields }] }), minor), 'spec.volumes[0].');

describe('a pod', () => {
  const always = {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    terminationGracePeriodSeconds: 30,
    securityContext: {},
  };

  test('a Pod gets what every pod gets, and service links', () => {
    assert.deepEqual(only(defaultsOf(pod({})), 'spec.'), { enableServiceLinks: true, ...always });
  });

  test('a template gets no service links, no host ports and no requests', () => {
    const spec = {
      hostNetwork: true,
      containers: [
        { ...container, ports: [{ containerPort: 80, protocol: 'TCP' }], resources: { limits: { cpu: '1' } } },
      ],
    };
    const recorded = defaultsOf({ apiVersion: 'v1', kind: 'PodTemplate', template: { spec } });
    assert.deepEqual(only(recorded, 'template.spec.'), always);
  });

  test('a value behind a pointer counts though it is zero; an empty text does not', () => {
    const recorded = defaultsOf(pod({ terminationGracePeriodSeconds: 0, enableServiceLinks: false, dnsPolicy: '' }));
    assert.deepEqual(Object.keys(recorded).sort(), [
      'spec.dnsPolicy',
      'spec.restartPolicy',
      'spec.schedulerName',
      'spec.securityContext',
    ]);
  });

  test('on the host network a container port is also the host port', () => {
    const ports = [
      { containerPort: 80, protocol: 'UDP' },
      { containerPort: 81, hostPort: 8081, protocol: 'TCP' },
      { protocol: 'TCP' },
    ];
    const recorded = defaultsOf(pod({ hostNetwork: true, containers: [{ ...container, ports }] }));
    assert.deepEqual(only(recorded, 'spec.containers'), { '[0].ports[0].hostPort': 80 });
  });

  test('an object without a spec is filled in all the same', () => {
    assert.equal(defaultsOf({ apiVersion: 'v1', kind: 'Pod' })['spec.restartPolicy'], 'Always');
    assert.equal(
      defaultsOf({ apiVersion: 'batch/v1', kind: 'CronJob' })['spec.jobTemplate.spec.template.spec.restartPolicy'],
      'Always',
    );
  });
});

describe('a container', () => {
  const pullPolicies = [
    ['nginx', 'Always'],
    ['nginx:latest', 'Always'],
    ['nginx:1.2', 'IfNotPresent'],
    [`nginx@sha256:${'a'.repeat(64)}`, 'IfNotPresent'],
    ['not an image', 'IfNotPresent'],
    ['', 'IfNotPresent'],
  ] as const;
  for (const [image, policy] of pullPolicies) {
    test(`${JSON.stringify(image)} is pulled ${policy}`, () =>
      assert.equal(inContainer({ image, imagePullPolicy: '' }).imagePullPolicy, policy));
  }

  test('termination messages', () => {
    const recorded = inContainer({ terminationMessagePath: '', terminationMessagePolicy: undefined });
    assert.deepEqual(recorded, { terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File' });
  });

  test('ports and environment', () => {
    const env = [
      { name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'B', valueFrom: { fileKeyRef: { key: 'k' } } },
    ];
    assert.deepEqual(inContainer({ ports: [{ containerPort: 80 }], env }), {
      'ports[0].protocol': 'TCP',
      'env[0].valueFrom.fieldRef.apiVersion': 'v1',
      'env[1].valueFrom.fileKeyRef.optional': false,
    });
  });

  test('probes', () => {
    assert.deepEqual(
      inContainer({
        livenessProbe: { httpGet: { port: 80 } },
        readinessProbe: { periodSeconds: 5, timeoutSeconds: 0, grpc: { port: 1 } },
      }),
      {
        'livenessProbe.timeoutSeconds': 1,
        'livenessProbe.periodSeconds': 10,
        'livenessProbe.successThreshold': 1,
        'livenessProbe.failureThreshold': 3,
        'livenessProbe.httpGet.path': '/',
        'livenessProbe.httpGet.scheme': 'HTTP',
        'readinessProbe.timeoutSeconds': 1,
        'readinessProbe.successThreshold': 1,
        'readinessProbe.failureThreshold': 3,
        'readinessProbe.grpc.service': '',
      },
    );
  });

  test('lifecycle hooks', () => {
    assert.deepEqual(inContainer({ lifecycle: { postStart: { httpGet: { path: '/x' } }, preStop: { exec: {} } } }), {
      'lifecycle.postStart.httpGet.scheme': 'HTTP',
    });
  });

  test('init and ephemeral containers are filled in alike', () => {
    const bare = (): object => ({ name: 'x', image: 'nginx', livenessProbe: { exec: {} } });
    const recorded = defaultsOf(pod({ containers: [bare()], initContainers: [bare()], ephemeralContainers: [bare()] }));
    const fields = only(recorded, 'spec.containers[0].');
    assert.equal(Object.keys(fields).length, 7);
    assert.deepEqual(only(recorded, 'spec.initContainers[0].'), fields);
    assert.deepEqual(only(recorded, 'spec.ephemeralContainers[0].'), fields);
  });
});

describe('resources', () => {
  test("a Pod's containers request what they are limited to", () => {
    assert.deepEqual(inContainer({ resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '500m' } } }), {
      'resources.requests[memory]': '1Gi',
    });
  });

  test('amounts finer than a thousandth are rounded up', () => {
    assert.deepEqual(inContainer({ resources: { requests: { cpu: '1.2345', memory: '0.5', 'a.b/c': '5u' } } }), {
      'resources.requests[cpu]': '1235m',
      'resources.requests[a.b/c]': '1m',
    });
    assert.deepEqual(only(defaultsOf(pod({ overhead: { cpu: '1n' } })), 'spec.overhead'), { '[cpu]': '1m' });
  });

  const podLevel = (resources: object, requests: object, minor?: number): Json =>
    only(defaultsOf(pod({ resources, containers: [{ ...container, resources: requests }] }), minor), 'spec.resources.');

  test('the Pod as a whole requests what its containers do, or what it is limited to', () => {
    assert.deepEqual(podLevel({ limits: { cpu: '2', memory: '1Gi' } }, { requests: { cpu: '500m' } }), {
      'requests[cpu]': '500m',
      'requests[memory]': '1Gi',
    });
  });

  test('huge pages are limited for the Pod to what its containers are limited to', () => {
    const recorded = podLevel({ limits: { cpu: '2' } }, { limits: { 'hugepages-2Mi': '4Mi' } });
    assert.deepEqual(recorded, {
      'limits[hugepages-2Mi]': '4Mi',
      'requests[cpu]': '2',
      'requests[hugepages-2Mi]': '4Mi',
    });
  });

  test('sidecars count with the containers, init containers one at a time', () => {
    const asking = (cpu: string, restartPolicy?: string): object => ({
      ...container,
      restartPolicy,
      resources: { requests: { cpu } },
    });
    const spec = {
      resources: { limits: { cpu: '9' } },
      initContainers: [asking('1', 'Always'), asking('5')],
      containers: [asking('2')],
    };
    assert.deepEqual(only(defaultsOf(pod(spec)), 'spec.resources.'), { 'requests[cpu]': '6' });
  });

  test('the Pod as a whole is filled in since 1.34, and only where something is written', () => {
    assert.deepEqual(podLevel({ limits: { cpu: '2' } }, {}, 33), {});
    assert.deepEqual(podLevel({}, { limits: { cpu: '1' } }), {});
  });
});

describe('a volume', () => {
  test('without a source it is an empty directory', () => assert.deepEqual(inVolume({}), { emptyDir: {} }));

  const sources: readonly (readonly [source: object, defaults: Json])[] = [
    [{ emptyDir: {} }, {}],
    [{ hostPath: { path: '/x' } }, { 'hostPath.type': '' }],
    [{ secret: {} }, { 'secret.defaultMode': 0o644 }],
    [{ configMap: {} }, { 'configMap.defaultMode': 0o644 }],
    [{ configMap: { defaultMode: 0 } }, {}],
    [
      { downwardAPI: { items: [{ fieldRef: {} }] } },
      { 'downwardAPI.defaultMode': 0o644, 'downwardAPI.items[0].fieldRef.apiVersion': 'v1' },
    ],
    [
      {
        projected: {
          sources: [
            { serviceAccountToken: {} },
            { downwardAPI: { items: [{ fieldRef: {} }, { resourceFieldRef: {} }] } },
          ],
        },
      },
      {
        'projected.defaultMode': 0o644,
        'projected.sources[0].serviceAccountToken.expirationSeconds': 3600,
        'projected.sources[1].downwardAPI.items[0].fieldRef.apiVersion': 'v1',
      },
    ],
    [{ ephemeral: {} }, {}],
    [
      { ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: '1.0001' } } } } } },
      {
        'ephemeral.volumeClaimTemplate.spec.volumeMode': 'Filesystem',
        'ephemeral.volumeClaimTemplate.spec.resources.requests[storage]': '1001m',
      },
    ],
    [{ iscsi: {} }, { 'iscsi.iscsiInterface': 'default' }],
    [{ rbd: { pool: 'p' } }, { 'rbd.user': 'admin', 'rbd.keyring': '/etc/ceph/keyring' }],
    [
      { azureDisk: {} },
      {
        'azureDisk.cachingMode': 'ReadWrite',
        'azureDisk.fsType': 'ext4',
        'azureDisk.readOnly': false,
        'azureDisk.kind': 'Shared',
      },
    ],
    [{ scaleIO: {} }, { 'scaleIO.storageMode': 'ThinProvisioned', 'scaleIO.fsType': 'xfs' }],
    [{ image: { reference: 'a/b' } }, { 'image.pullPolicy': 'Always' }],
    [{ nfs: {} }, {}],
  ];
  for (const [source, defaults] of sources) {
    test(JSON.stringify(source), () => assert.deepEqual(inVolume(source), defaults));
  }

  test('an image volume has a pull policy since 1.35', () =>
    assert.deepEqual(inVolume({ image: { reference: 'a/b' } }, 34), {}));
});

describe('a workload', () => {
  const workload = (apiVersion: string, kind: string, spec: object, minor?: number): Json => {
    const recorded = only(defaultsOf({ apiVersion, kind, spec }, minor), 'spec.');
    return Object.fromEntries(Object.entries(recorded).filter(([path]) => !/(^|\.)template\./.test(path)));
  };

  test('ReplicationController: selector and labels are those of the template', () => {
    const labels = { a: 'b' };
    const object = { apiVersion: 'v1', kind: 'ReplicationController', spec: { template: { metadata: { labels } } } };
    const { 'spec.selector': selector, 'metadata.labels': ownLabels, 'spec.replicas': replicas } = defaultsOf(object);
    assert.deepEqual([selector, ownLabels, replicas], [labels, labels, 1]);
    assert.deepEqual(defaultsOf({ apiVersion: 'v1', kind: 'ReplicationController' }), { 'spec.replicas': 1 });
  });

  test('ReplicaSet', () => assert.deepEqual(workload('apps/v1', 'ReplicaSet', {}), { replicas: 1 }));

  test('Deployment', () => {
    const numbers = { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 };
    assert.deepEqual(workload('apps/v1', 'Deployment', {}), {
      ...numbers,
      'strategy.type': 'RollingUpdate',
      'strategy.rollingUpdate.maxUnavailable': '25%',
      'strategy.rollingUpdate.maxSurge': '25%',
    });
    assert.deepEqual(workload('apps/v1', 'Deployment', { strategy: { type: 'Recreate' } }), numbers);
  });

  test('DaemonSet', () => {
    assert.deepEqual(workload('apps/v1', 'DaemonSet', {}), {
      revisionHistoryLimit: 10,
      'updateStrategy.type': 'RollingUpdate',
      'updateStrategy.rollingUpdate.maxUnavailable': 1,
      'updateStrategy.rollingUpdate.maxSurge': 0,
    });
    assert.deepEqual(workload('apps/v1', 'DaemonSet', { updateStrategy: { type: 'OnDelete' } }), {
      revisionHistoryLimit: 10,
    });
  });

  test('StatefulSet', () => {
    const others = {
      replicas: 1,
      revisionHistoryLimit: 10,
      podManagementPolicy: 'OrderedReady',
      'persistentVolumeClaimRetentionPolicy.whenDeleted': 'Retain',
      'persistentVolumeClaimRetentionPolicy.whenScaled': 'Retain',
    };
    assert.deepEqual(workload('apps/v1', 'StatefulSet', {}), {
      ...others,
      'updateStrategy.type': 'RollingUpdate',
      'updateStrategy.rollingUpdate.partition': 0,
    });
    assert.deepEqual(workload('apps/v1', 'StatefulSet', { updateStrategy: { type: 'RollingUpdate' } }), others);
    assert.deepEqual(
      workload('apps/v1', 'StatefulSet', { updateStrategy: { type: 'RollingUpdate', rollingUpdate: {} } }, 37),
      { ...others, 'updateStrategy.rollingUpdate.partition': 0, 'updateStrategy.rollingUpdate.maxUnavailable': 1 },
    );
    const claim = only(workload('apps/v1', 'StatefulSet', { volumeClaimTemplates: [{}] }), 'volumeClaimTemplates[0].');
    assert.deepEqual(claim, { 'status.phase': 'Pending', 'spec.volumeMode': 'Filesystem' });
  });

  const jobNumbers = { completionMode: 'NonIndexed', suspend: false, manualSelector: false };

  test('Job', () => {
    assert.deepEqual(workload('batch/v1', 'Job', {}), {
      ...jobNumbers,
      completions: 1,
      parallelism: 1,
      backoffLimit: 6,
      podReplacementPolicy: 'TerminatingOrFailed',
    });
    assert.deepEqual(workload('batch/v1', 'Job', { parallelism: 3 }), {
      ...jobNumbers,
      backoffLimit: 6,
      podReplacementPolicy: 'TerminatingOrFailed',
    });
    assert.deepEqual(workload('batch/v1', 'Job', { completions: 3, backoffLimitPerIndex: 0 }), {
      ...jobNumbers,
      parallelism: 1,
      backoffLimit: 2147483647,
      podReplacementPolicy: 'TerminatingOrFailed',
    });
  });

  const podFailurePolicy = { rules: [{ onPodConditions: [{ type: 'x' }, { type: 'y', status: 'False' }] }] };

  test('Job: a failure policy', () => {
    const recorded = workload('batch/v1', 'Job', { parallelism: 1, podFailurePolicy });
    assert.deepEqual(recorded, {
      ...jobNumbers,
      backoffLimit: 6,
      podReplacementPolicy: 'Failed',
      'podFailurePolicy.rules[0].onPodConditions[0].status': 'True',
    });
  });

  test("Job: a Job without labels shares its template's, which the server adds to", () => {
    const job = { apiVersion: 'batch/v1', kind: 'Job', spec: { template: { metadata: { labels: { a: 'b' } } } } };
    applyDefaults(kindOf(job), job, newest);
    assert.equal((job as Json & { metadata?: Json }).metadata?.labels, job.spec.template.metadata.labels);
  });

  test('CronJob: its Job is a template and is filled in later, but for the failure policy since 1.34', () => {
    const cronJobNumbers = {
      concurrencyPolicy: 'Allow',
      suspend: false,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
    };
    const spec = { jobTemplate: { spec: { podFailurePolicy } } };
    assert.deepEqual(workload('batch/v1', 'CronJob', spec), {
      ...cronJobNumbers,
      'jobTemplate.spec.podFailurePolicy.rules[0].onPodConditions[0].status': 'True',
    });
    assert.deepEqual(workload('batch/v1', 'CronJob', spec, 33), cronJobNumbers);
  });
});

test('nothing is filled in twice: what the server has stored has all its defaults', () => {
  for (const { id, effective } of readCases<{ id: string; effective: Json }>('effective')) {
    // A Job's own labels are filled in before its template gets any from the server.
    const missing = Object.keys(defaultsOf(effective)).filter(
      (path) => path !== 'metadata.labels' || effective.kind !== 'Job',
    );
    assert.deepEqual(missing, [], id);
  }
});

/** As by hand: names of fields behind dots, indexes and keys in brackets. */
function valueAt(object: unknown, path: FieldPath): unknown {
  return path.segments.reduce<unknown>((value, segment) => (value as Json)[segment], object);
}

test('every default is told with the place that it is at, keys of maps as keys', () => {
  let told = 0;
  for (const { id, manifest, expect } of createCases('1.36')) {
    if (expect.verdict !== 'accept') continue;
    const { kind, object } = decodedObject(manifest);
    const record = (path: FieldPath, value: unknown): void => {
      told++;
      assert.equal(valueAt(object, path), value, `${id} ${path.toString()}`);
      const isAmount = /\.(?:limits|requests|overhead)\[[^\]]+\]$/.test(String(path));
      assert.equal(path.kind, isAmount ? 'key' : 'field', `${id} ${path.toString()}`);
    };
    applyDefaults(kind, object, newest, { record });
  }
  assert.ok(told > 1000, `only ${told} defaults`);
});
