import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedForm, validateCreate } from '@podlint/kinds';
import { findKindByName } from '@podlint/model';
import { type Fields, testCreate, testUpdate } from './kind-cases.js';

const values = (value: string): Fields => ({
  spec: { selector: { matchExpressions: [{ key: 'a', operator: 'In', values: [value] }] } },
});

testCreate(
  'PodDisruptionBudget',
  { spec: {} },
  {
    amounts: [
      [{ spec: { minAvailable: '100%' } }, []],
      [{ spec: { minAvailable: '101%' } }, ['Invalid spec.minAvailable']],
      [{ spec: { maxUnavailable: -1 } }, ['Invalid spec.maxUnavailable']],
      [{ spec: { maxUnavailable: '1' } }, ['Invalid spec.maxUnavailable']],
      [{ spec: { minAvailable: 1, maxUnavailable: 1 } }, ['Invalid spec']],
    ],
    policies: [
      [{ spec: { unhealthyPodEvictionPolicy: 'AlwaysAllow' } }, []],
      [{ spec: { unhealthyPodEvictionPolicy: '' } }, ['NotSupported spec.unhealthyPodEvictionPolicy']],
    ],
    selectors: [[values('a b'), ['Invalid spec.selector.matchExpressions[0].values[0]']]],
    'metadata is looked at last, and a finalizer needs no domain': [
      [{ metadata: {} }, ['Required metadata.name']],
      [{ metadata: { name: 'A_' } }, []],
      [{ metadata: { name: '..' } }, ['Invalid metadata.name']],
      [{ metadata: { name: 'a', finalizers: ['b'] } }, []],
      [{ metadata: {}, spec: { minAvailable: -1 } }, ['Invalid spec.minAvailable']],
    ],
  },
);

testUpdate(
  'PodDisruptionBudget',
  { spec: {} },
  {
    'values that were stored may stay': [
      [values('a b'), values('c d'), []],
      [values('a'), values('c d'), ['Invalid spec.selector.matchExpressions[0].values[0]']],
    ],
  },
);

test("conditions on the label of v1beta1's empty selector go, unless nothing else is said", () => {
  const kind = findKindByName('PodDisruptionBudget')!;
  const expression = { key: 'pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match', operator: 'Exists' };
  const stored = (...matchExpressions: readonly Fields[]): unknown => {
    const object = structuredClone({ metadata: { name: 'a' }, spec: { selector: { matchExpressions } } });
    assert.deepEqual(validateCreate(kind, object, 36).errors, []);
    return storedForm(kind, object, 36).spec;
  };
  assert.deepEqual(stored(expression), { selector: { matchExpressions: [expression] } });
  assert.deepEqual(stored(expression, { key: 'a', operator: 'Exists' }), {
    selector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] },
  });
});
