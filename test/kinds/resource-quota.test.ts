import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const spec = (fields: Fields): Fields => ({ spec: fields });
const hard = (amounts: Fields, fields: Fields = {}): Fields => spec({ hard: amounts, ...fields });
const select = (...matchExpressions: readonly Fields[]): Fields => ({ scopeSelector: { matchExpressions } });
const expressions = 'spec.scopeSelector.matchExpressions';

testCreate('ResourceQuota', hard({ pods: '1' }), {
  amounts: [
    [hard({ 'count/deployments.apps': '1', 'requests.nvidia.com/gpu': '1', 'hugepages-2Mi': '1' }), []],
    [hard({ storage: '1' }), ['Invalid spec.hard[storage]']],
    [hard({ nothing: '1' }), ['Invalid spec.hard[nothing]']],
    [hard({ pods: '1.5' }), ['Invalid spec.hard[pods]']],
    [hard({ cpu: '1.5' }), []],
    [hard({ cpu: '-1' }), ['Invalid spec.hard[cpu]']],
  ],
  scopes: [
    [hard({ pods: '1' }, { scopes: ['BestEffort'] }), []],
    [hard({ cpu: '1' }, { scopes: ['BestEffort'] }), ['Invalid spec.scopes']],
    [hard({ pods: '1' }, { scopes: ['Slow'] }), ['Invalid spec.scopes']],
    [hard({ pods: '1' }, { scopes: ['Terminating', 'NotTerminating'] }), ['Invalid spec.scopes']],
    [hard({ 'count/pods': '1' }, { scopes: ['BestEffort'] }), []],
  ],
  'scope selectors': [
    [hard({ pods: '1' }, select({ scopeName: 'PriorityClass', operator: 'In', values: ['a'] })), []],
    [hard({ pods: '1' }, select({ scopeName: 'PriorityClass', operator: 'In' })), [`Required ${expressions}.values`]],
    [
      hard({ pods: '1' }, select({ scopeName: 'PriorityClass', operator: 'Exists', values: ['a'] })),
      [`Invalid ${expressions}.values`],
    ],
    [
      hard({ pods: '1' }, select({ scopeName: 'PriorityClass', operator: 'Like' })),
      [`Invalid ${expressions}.operator`],
    ],
    [
      hard({ pods: '1' }, select({ scopeName: 'Terminating', operator: 'DoesNotExist' })),
      [`Invalid ${expressions}.operator`],
    ],
    [hard({ secrets: '1' }, select({ scopeName: 'PriorityClass', operator: 'Exists' })), [`Invalid ${expressions}`]],
    [hard({ 'requests.storage': '1' }, select({ scopeName: 'VolumeAttributesClass', operator: 'Exists' })), []],
    [
      hard({ 'requests.storage': '1' }, select({ scopeName: 'VolumeAttributesClass', operator: 'Exists' })),
      [`Invalid ${expressions}.scopeName`],
      32,
    ],
  ],
});

testUpdate('ResourceQuota', hard({ pods: '1' }), {
  'the scopes stay': [
    [hard({ pods: '1' }), hard({ pods: '2' }), []],
    [hard({ pods: '1' }), hard({ pods: '1' }, { scopes: ['BestEffort'] }), ['Invalid spec.scopes']],
  ],
});

test('since 1.35 the server remarks on requests above limits', () => {
  const quota = {
    metadata: { name: 'a' },
    ...hard({ cpu: '2', 'limits.cpu': '1', 'requests.memory': '1', 'limits.memory': '1' }),
  };
  assert.deepEqual(remarks('ResourceQuota', quota).warnings, ['spec.hard[cpu]']);
  assert.deepEqual(remarks('ResourceQuota', quota, 34).warnings, []);
});
