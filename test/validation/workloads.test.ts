import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findKindByName } from '@podlint/model';
import { validateCreate } from '@podlint/kinds';
import { errorsOf } from '../kit/server-errors.js';
import { endingTemplate, template, testSpecs, workload } from './workload-kit.js';

const otherLabels = 'Invalid template.metadata.labels';

for (const kind of ['ReplicaSet', 'Deployment', 'StatefulSet']) {
  testSpecs(kind, [
    [{}],
    [{ replicas: 0, minReadySeconds: 1 }],
    [{ replicas: -1, minReadySeconds: -1 }, 'Invalid replicas', 'Invalid minReadySeconds'],
    [{ selector: undefined }, 'Required selector', otherLabels],
    [{ selector: {} }, 'Invalid selector'],
    [{ selector: { matchLabels: { app: 'b' } } }, otherLabels],
    [{ selector: { matchLabels: { 'a b': 'c' } } }, 'Invalid selector.matchLabels', 'Invalid selector'],
    [{ selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'b'] }] } }],
    [{ selector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] } }, otherLabels],
    [{ selector: { matchExpressions: [{ key: 'b', operator: 'NotIn', values: ['a'] }] } }],
    [
      {
        selector: {
          matchExpressions: [
            { key: 'app', operator: 'Exists' },
            { key: 'b', operator: 'DoesNotExist' },
          ],
        },
      },
    ],
    [{ selector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] } }, otherLabels],
    [
      { selector: { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['a'] }] } },
      'Forbidden selector.matchExpressions[0].values',
      'Invalid selector',
    ],
    [
      { selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } },
      'Required selector.matchExpressions[0].values',
      'Invalid selector',
    ],
    [
      { selector: { matchExpressions: [{ key: 'app', operator: 'Gt', values: ['1'] }] } },
      'Invalid selector.matchExpressions[0].operator',
      'Invalid selector',
    ],
    [
      { selector: { matchExpressions: [{ key: '', operator: 'In', values: ['a b'] }] } },
      'Invalid selector.matchExpressions[0].key',
      'Invalid selector.matchExpressions[0].values[0]',
      'Invalid selector',
    ],
    [
      { template: { ...template, spec: { ...template.spec, restartPolicy: 'Never' } } },
      'NotSupported template.spec.restartPolicy',
    ],
    [
      { template: { ...template, spec: { ...template.spec, activeDeadlineSeconds: 1 } } },
      'Forbidden template.spec.activeDeadlineSeconds',
    ],
    [{ template: { ...template, spec: {} } }, 'Required template.spec.containers'],
  ]);
}

testSpecs('Deployment', [
  [{ revisionHistoryLimit: -1 }, 'Invalid revisionHistoryLimit'],
  [{ progressDeadlineSeconds: -1 }, 'Invalid progressDeadlineSeconds'],
  [{ progressDeadlineSeconds: 5, minReadySeconds: 5 }, 'Invalid progressDeadlineSeconds'],
  [{ minReadySeconds: 600 }, 'Invalid progressDeadlineSeconds'],
  [{ strategy: { type: 'Recreate' } }],
  [{ strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } }, 'Forbidden strategy.rollingUpdate'],
  [{ strategy: { type: 'rollingupdate' } }, 'NotSupported strategy'],
  [{ strategy: { rollingUpdate: { maxSurge: '150%', maxUnavailable: '100%' } } }],
  [{ strategy: { rollingUpdate: { maxUnavailable: '101%' } } }, 'Invalid strategy.rollingUpdate.maxUnavailable'],
  [
    { strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: '0%' } } },
    'Invalid strategy.rollingUpdate.maxUnavailable',
  ],
  [{ strategy: { rollingUpdate: { maxUnavailable: -1 } } }, 'Invalid strategy.rollingUpdate.maxUnavailable'],
  [
    { strategy: { rollingUpdate: { maxUnavailable: '5', maxSurge: 'a' } } },
    'Invalid strategy.rollingUpdate.maxUnavailable',
    'Invalid strategy.rollingUpdate.maxSurge',
  ],
]);

test('the annotation that asks a Deployment to roll back', () => {
  const rollback = (revision: string): string[] =>
    errorsOf(workload('Deployment', {}, { annotations: { 'deprecated.deployment.rollback.to': revision } }));
  assert.deepEqual(rollback('0'), []);
  assert.deepEqual(rollback('-1'), ['FieldValueInvalid spec.rollback.version']);
});

testSpecs('DaemonSet', [
  [{}],
  [{ selector: undefined }, otherLabels],
  [{ selector: {} }, 'Invalid selector'],
  [{ selector: { matchLabels: { 'a b': 'c' } } }, 'Invalid selector.matchLabels'],
  [{ minReadySeconds: -1, revisionHistoryLimit: -1 }, 'Invalid minReadySeconds', 'Invalid revisionHistoryLimit'],
  [{ updateStrategy: { type: 'OnDelete', rollingUpdate: { maxSurge: -1 } } }],
  [{ updateStrategy: { type: 'Recreate' } }, 'NotSupported updateStrategy'],
  [{ updateStrategy: { rollingUpdate: { maxSurge: 1 } } }, 'Invalid updateStrategy.rollingUpdate.maxSurge'],
  [{ updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }],
  [
    { updateStrategy: { rollingUpdate: { maxSurge: '0%', maxUnavailable: 0 } } },
    'Required updateStrategy.rollingUpdate.maxUnavailable',
  ],
  [
    { updateStrategy: { rollingUpdate: { maxSurge: '101%', maxUnavailable: 0 } } },
    'Invalid updateStrategy.rollingUpdate.maxSurge',
  ],
  [
    { template: { ...template, spec: { ...template.spec, restartPolicy: 'OnFailure', activeDeadlineSeconds: 1 } } },
    'NotSupported template.spec.restartPolicy',
    'Forbidden template.spec.activeDeadlineSeconds',
  ],
]);

const policies = 'persistentVolumeClaimRetentionPolicy';

testSpecs('StatefulSet', [
  [{ podManagementPolicy: 'Parallel' }],
  [{ podManagementPolicy: 'parallel' }, 'Invalid podManagementPolicy'],
  [{ updateStrategy: { type: 'OnDelete' } }],
  [{ updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 1 } } }, 'Invalid updateStrategy.rollingUpdate'],
  [{ updateStrategy: { type: 'Recreate' } }, 'Invalid updateStrategy'],
  [{ updateStrategy: { rollingUpdate: { partition: -1 } } }, 'Invalid updateStrategy.rollingUpdate.partition'],
  [{ ordinals: { start: -1 } }, 'Invalid ordinals.start'],
  [{ revisionHistoryLimit: -1 }],
  [{ serviceName: 'a.b' }, 'Invalid serviceName'],
  [{ [policies]: { whenDeleted: 'Delete' } }],
  [
    { [policies]: { whenDeleted: 'delete', whenScaled: 'x' } },
    `NotSupported ${policies}.whenDeleted`,
    `NotSupported ${policies}.whenScaled`,
  ],
  [{ template: { ...template, spec: { ...template.spec, hostname: 'A', subdomain: 'B' } } }],
]);
// Behind a gate that is off, and so removed.
testSpecs('StatefulSet', [[{ updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } }]]);
// The template's spec is checked since 1.34, serviceName since 1.33.
testSpecs('StatefulSet', [[{ serviceName: 'a.b', template: { ...template, spec: {} } }, 'Invalid serviceName']], 33);
testSpecs('StatefulSet', [[{ serviceName: 'a.b', template: { ...template, spec: {} } }]], 32);

const claim = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};

test('claims of a StatefulSet are volumes in front of those of the template', () => {
  const spec = {
    containers: [{ name: 'c', image: 'nginx', volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
    volumes: [
      { name: 'data', emptyDir: {} },
      { name: 'B', emptyDir: {} },
    ],
  };
  const kind = findKindByName('StatefulSet')!;
  const { errors } = validateCreate(
    kind,
    workload('StatefulSet', { volumeClaimTemplates: [claim], template: { ...template, spec } }),
    36,
  );
  assert.deepEqual(
    errors.map(({ type, field, at }) => `${type} ${field.toString()} at ${String(at)}`),
    ['FieldValueInvalid spec.template.spec.volumes[1].name at spec.template.spec.volumes[1].name'],
  );
});

test('a claim that cannot be a volume is shown where it is named', () => {
  const kind = findKindByName('StatefulSet')!;
  const { errors } = validateCreate(
    kind,
    workload('StatefulSet', { volumeClaimTemplates: [{ ...claim, metadata: { name: 'A' } }] }),
    36,
  );
  assert.deepEqual(
    errors.map(({ type, field, at }) => `${type} ${field.toString()} at ${String(at)}`),
    ['FieldValueInvalid spec.template.spec.volumes[0].name at spec.volumeClaimTemplates[0].metadata.name'],
  );
});

testSpecs('ReplicationController', [
  [{}],
  [{ selector: undefined }],
  [{ selector: undefined, template: endingTemplate }, 'Required selector', 'NotSupported template.spec.restartPolicy'],
  [{ selector: { app: 'b' } }, otherLabels],
  [{ template: undefined }, 'Required template'],
  [{ replicas: -1, minReadySeconds: -1 }, 'Invalid replicas', 'Invalid minReadySeconds'],
]);

test('ephemeral containers are for Pods that run', () => {
  const ephemeralContainers = [{ name: 'e', image: 'nginx' }];
  assert.deepEqual(errorsOf(workload('Pod', { ephemeralContainers })), [
    'FieldValueForbidden spec.ephemeralContainers',
  ]);
  assert.deepEqual(
    errorsOf(workload('Deployment', { template: { ...template, spec: { ...template.spec, ephemeralContainers } } })),
    ['FieldValueForbidden spec.template.spec.ephemeralContainers'],
  );
});

const unmatched: readonly (readonly [kind: string, selector: object, condition: string])[] = [
  ['Deployment', { matchLabels: { app: 'b' } }, 'spec.selector.matchLabels[app]'],
  ['DaemonSet', { matchLabels: { app: 'a', tier: 'b' } }, 'spec.selector.matchLabels[tier]'],
  [
    'StatefulSet',
    {
      matchLabels: { app: 'a' },
      matchExpressions: [
        { key: 'app', operator: 'Exists' },
        { key: 'app', operator: 'NotIn', values: ['a'] },
      ],
    },
    'spec.selector.matchExpressions[1]',
  ],
  ['ReplicationController', { app: 'b' }, 'spec.selector[app]'],
];

for (const [kind, selector, condition] of unmatched) {
  test(`${kind}: a selector that does not match shows both places`, () => {
    const { errors } = validateCreate(findKindByName(kind)!, workload(kind, { selector }), 36);
    assert.deepEqual(
      errors.map(({ field, related }) => [String(field), ...(related ?? []).map((other) => String(other.field))]),
      [['spec.template.metadata.labels', condition]],
    );
  });
}
