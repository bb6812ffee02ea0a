import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedForm, validateCreate } from '@podlint/kinds';
import { findKind } from '@podlint/model';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' };
const spec = (fields: Fields): Fields => ({ spec: { scaleTargetRef, maxReplicas: 2, ...fields } });
const target = (fields: Fields): Fields => spec({ scaleTargetRef: { ...scaleTargetRef, ...fields } });
const metric = (fields: Fields): Fields => spec({ metrics: [fields] });
const resource = (fields: Fields): Fields => metric({ type: 'Resource', resource: { name: 'cpu', target: fields } });
const scaleUp = (fields: Fields): Fields => spec({ behavior: { scaleUp: fields } });
const policy = (fields: Fields): Fields =>
  scaleUp({ policies: [{ type: 'Pods', value: 1, periodSeconds: 1800, ...fields }] });
const at = 'spec.metrics[0]';
const upAt = 'spec.behavior.scaleUp';
const average = { type: 'AverageValue', averageValue: '1' };

testCreate('HorizontalPodAutoscaler', spec({}), {
  replicas: [
    [spec({ minReplicas: 0 }), ['Invalid spec.minReplicas', 'Forbidden spec.metrics']],
    [spec({ minReplicas: 3 }), ['Invalid spec.maxReplicas']],
    [spec({ maxReplicas: undefined, minReplicas: -1 }), ['Required spec.maxReplicas', 'Invalid spec.minReplicas']],
    [spec({ maxReplicas: 0 }), ['Invalid spec.maxReplicas'], 35],
    [spec({ maxReplicas: -1 }), ['Invalid spec.maxReplicas']],
  ],
  targets: [
    [target({ kind: '', name: 'a/b' }), ['Required spec.scaleTargetRef.kind', 'Invalid spec.scaleTargetRef.name']],
    [target({ apiVersion: 'v1' }), ['Invalid spec.scaleTargetRef.apiVersion']],
    [target({ apiVersion: 'v1' }), [], 33],
    [target({ apiVersion: 'v1', kind: 'ReplicationController' }), []],
    [target({ apiVersion: 'a/b/c' }), ['Invalid spec.scaleTargetRef.apiVersion']],
  ],
  metrics: [
    [metric({}), [`Required ${at}.type`, `NotSupported ${at}.type`]],
    [metric({ type: 'Pods' }), [`Required ${at}.pods`]],
    [
      metric({ type: 'Pods', pods: { metric: { name: 'a' }, target: average }, resource: {} }),
      [`Forbidden ${at}.resource`],
    ],
    [metric({ type: 'Pods', pods: { metric: { name: 'a' }, target: average } }), []],
    [
      metric({ type: 'Pods', pods: {} }),
      [
        `Required ${at}.pods.metric.name`,
        `Required ${at}.pods.target.type`,
        `Invalid ${at}.pods.target.type`,
        `Required ${at}.pods.target.averageValue`,
      ],
    ],
    [
      metric({
        type: 'Object',
        object: { describedObject: { kind: 'A', name: 'b', apiVersion: 'v1' }, metric: { name: 'a' }, target: average },
      }),
      [],
    ],
    [
      metric({ type: 'External', external: { metric: { name: 'a' }, target: { ...average, value: '1' } } }),
      [`Forbidden ${at}.external.target.value`],
    ],
    [
      metric({ type: 'ContainerResource', containerResource: { name: 'fish', container: 'A', target: average } }),
      [`Invalid ${at}.containerResource.name`, `Invalid ${at}.containerResource.container`],
    ],
    [metric({ type: 'ContainerResource', containerResource: { name: 'cpu', container: 'a', target: average } }), []],
    [resource({ type: 'Utilization' }), [`Required ${at}.resource.target.averageUtilization`]],
    [resource({ type: 'Utilization', averageUtilization: 0 }), [`Invalid ${at}.resource.target.averageUtilization`]],
    [resource({ ...average, averageValue: '0' }), [`Invalid ${at}.resource.target.averageValue`]],
    [resource({ ...average, averageUtilization: 1 }), [`Forbidden ${at}.resource.target.averageValue`]],
  ],
  behavior: [
    [scaleUp({ stabilizationWindowSeconds: 3600, selectPolicy: 'Disabled', tolerance: '0' }), []],
    [
      scaleUp({ stabilizationWindowSeconds: 3601, selectPolicy: 'max', policies: [], tolerance: '-1m' }),
      [
        `Invalid ${upAt}.stabilizationWindowSeconds`,
        `NotSupported ${upAt}.selectPolicy`,
        `Required ${upAt}.policies`,
        `Invalid ${upAt}.tolerance`,
      ],
    ],
    [policy({}), []],
    [
      policy({ value: 0, periodSeconds: 1801 }),
      [`Invalid ${upAt}.policies[0].value`, `Invalid ${upAt}.policies[0].periodSeconds`],
    ],
    [
      policy({ type: 'pods', periodSeconds: 0 }),
      [`NotSupported ${upAt}.policies[0].type`, `Invalid ${upAt}.policies[0].periodSeconds`],
    ],
  ],
});

testUpdate('HorizontalPodAutoscaler', spec({}), {
  'a target that was stored may stay': [
    [target({ apiVersion: 'v1' }), target({ apiVersion: 'v1' }), []],
    [target({ apiVersion: 'v1' }), target({ apiVersion: 'v2' }), ['Invalid spec.scaleTargetRef.apiVersion']],
    [spec({ minReplicas: 0 }), spec({ minReplicas: 0 }), ['Forbidden spec.metrics']],
  ],
});

test('a tolerance is removed while its gate is off', () => {
  const object = { metadata: { name: 'a' }, ...scaleUp({ tolerance: '1' }) };
  assert.deepEqual(remarks('HorizontalPodAutoscaler', object, 34).dropped, [`${upAt}.tolerance`]);
  assert.deepEqual(remarks('HorizontalPodAutoscaler', object, 35).dropped, []);
});

test('in autoscaling/v1 the use of cpu is a field, and the server checks it as a metric', () => {
  const kind = findKind('autoscaling/v1', 'HorizontalPodAutoscaler')!;
  const create = (fields: Fields): [readonly string[], unknown] => {
    const object = structuredClone({ metadata: { name: 'a' }, ...spec(fields) });
    const { errors } = validateCreate(kind, object, 36);
    return [
      errors.map(({ field, at: place }) => `${field.toString()} ${(place ?? '').toString()}`),
      storedForm(kind, object, 36).spec,
    ];
  };
  assert.deepEqual(create({}), [
    [],
    { scaleTargetRef, maxReplicas: 2, minReplicas: 1, targetCPUUtilizationPercentage: 80 },
  ]);
  const [errors] = create({ targetCPUUtilizationPercentage: 0 });
  assert.deepEqual(errors, [`${at}.resource.target.averageUtilization spec.targetCPUUtilizationPercentage`]);
});
