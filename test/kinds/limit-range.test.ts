import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedForm, validateCreate } from '@podlint/kinds';
import { findKindByName } from '@podlint/model';
import { type Fields, testCreate } from './kind-cases.js';

const limits = (...items: readonly Fields[]): Fields => ({ spec: { limits: items } });
const item = (fields: Fields): Fields => limits({ type: 'Container', ...fields });
const at = (field: string, key: string): string => `Invalid spec.limits[0].${field}[${key}]`;

testCreate('LimitRange', item({ max: { cpu: '2' }, min: { cpu: '1' } }), {
  types: [
    [limits({ type: '' }), ['Invalid spec.limits[0].type']],
    [limits({ type: 'Node' }), ['Invalid spec.limits[0].type']],
    [limits({ type: 'a.b/Node' }), []],
    [limits({ type: 'Pod' }, { type: 'Pod' }), ['Duplicate spec.limits[1].type']],
    [limits({ type: 'PersistentVolumeClaim' }), ['Required spec.limits[0].limits']],
    [limits({ type: 'PersistentVolumeClaim', max: { storage: '1Gi' } }), []],
    [limits({ type: 'Pod', default: { cpu: '1' } }), ['Forbidden spec.limits[0].default']],
  ],
  'names of resources': [
    [item({ max: { pods: '1' } }), [at('default', 'pods'), at('defaultRequest', 'pods'), at('max', 'pods')]],
    [limits({ type: 'a.b/c', max: { pods: '1' } }), []],
    [limits({ type: 'a.b/c', max: { nothing: '1' } }), [at('max', 'nothing')]],
  ],
  amounts: [
    [
      item({ min: { cpu: '2' }, max: { cpu: '1' } }),
      [at('default', 'cpu'), at('defaultRequest', 'cpu'), at('min', 'cpu')],
    ],
    [item({ defaultRequest: { cpu: '1' }, default: { cpu: '500m' } }), [at('defaultRequest', 'cpu')]],
    [item({ defaultRequest: { cpu: '1' }, min: { cpu: '2' } }), [at('defaultRequest', 'cpu')]],
    [item({ default: { cpu: '3' }, max: { cpu: '2' } }), [at('default', 'cpu'), at('defaultRequest', 'cpu')]],
    [item({ default: { 'a.b/c': '2' }, defaultRequest: { 'a.b/c': '1' } }), [at('defaultRequest', 'a.b/c')]],
  ],
  ratios: [
    [item({ maxLimitRequestRatio: { cpu: '1' } }), []],
    [item({ maxLimitRequestRatio: { cpu: '900m' } }), [at('maxLimitRequestRatio', 'cpu')]],
    [item({ maxLimitRequestRatio: { cpu: '2' }, min: { cpu: '1' }, max: { cpu: '2' } }), []],
    [
      item({ maxLimitRequestRatio: { cpu: '2001m' }, min: { cpu: '1' }, max: { cpu: '2' } }),
      [at('maxLimitRequestRatio', 'cpu')],
    ],
  ],
});

test('the limits of containers are completed, and a nameless LimitRange gets a name', () => {
  const kind = findKindByName('LimitRange')!;
  const object = structuredClone({ metadata: {}, ...item({ max: { cpu: '2' }, min: { memory: '1Gi' } }) });
  assert.deepEqual(validateCreate(kind, object, 36).errors, []);
  assert.deepEqual(storedForm(kind, object, 36), {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: '<uid>', namespace: 'default' },
    spec: {
      limits: [
        {
          type: 'Container',
          max: { cpu: '2' },
          min: { memory: '1Gi' },
          default: { cpu: '2' },
          defaultRequest: { cpu: '2', memory: '1Gi' },
        },
      ],
    },
  });
});
