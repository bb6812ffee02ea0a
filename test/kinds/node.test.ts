import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedForm, validateCreate } from '@podlint/kinds';
import { findKindByName } from '@podlint/model';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const spec = (fields: Fields): Fields => ({ spec: fields });
const status = (fields: Fields): Fields => ({ status: fields });
const taint = { key: 'a', effect: 'NoSchedule' };
const annotated = (key: string, value: unknown): Fields => ({
  metadata: { name: 'a', annotations: { [`scheduler.alpha.kubernetes.io/${key}`]: JSON.stringify(value) } },
});
const annotations = 'metadata.annotations.scheduler.alpha.kubernetes.io';

testCreate('Node', spec({ taints: [taint] }), {
  taints: [
    [spec({ taints: [{ ...taint, key: 'a b' }] }), ['Invalid metadata.taints[0].key']],
    [spec({ taints: [{ ...taint, value: 'a b' }] }), ['Invalid metadata.taints[0].value']],
    [spec({ taints: [{ key: 'a' }] }), ['Required metadata.taints[0].effect']],
    [spec({ taints: [{ key: 'a', effect: 'Leave' }] }), ['NotSupported metadata.taints[0].effect']],
    [spec({ taints: [taint, { ...taint, value: 'b' }] }), ['Duplicate metadata.taints[1]']],
    [spec({ taints: [taint, { ...taint, effect: 'NoExecute' }] }), []],
  ],
  ranges: [
    [spec({ podCIDRs: ['10.0.0.0/24', 'fd00::/64'] }), []],
    [spec({ podCIDRs: ['10.0.0.0/24', '10.0.1.0/24'] }), ['Invalid spec.podCIDRs']],
    [spec({ podCIDRs: ['10.0.0.0/24', '10.0.0.0/24'] }), ['Duplicate spec.podCIDRs[1]', 'Invalid spec.podCIDRs'], 32],
    [spec({ podCIDR: '10.0.0.1/24' }), ['Invalid spec.podCIDRs[0]']],
    [spec({ podCIDR: '10.0.0.1/24' }), [], 35],
    [
      spec({ podCIDRs: ['10.0.0.0/24', 'a'] }),
      ['InternalError spec.podCIDRs', 'Invalid spec.podCIDRs', 'Invalid spec.podCIDRs[1]'],
    ],
  ],
  status: [
    [status({ capacity: { pods: '1.5' } }), ['Invalid status.allocatable.pods', 'Invalid status.capacity.pods']],
    [status({ allocatable: { cpu: '-1' } }), ['Invalid status.allocatable.cpu']],
    [status({ nodeInfo: { swap: { capacity: 0 } } }), ['Invalid metadata.nodeSwapStatus.capacity']],
    [status({ nodeInfo: { swap: { capacity: 0 } } }), [], 32],
    [status({ declaredFeatures: ['A', 'B/c'] }), []],
    [status({ declaredFeatures: ['B', 'A'] }), ['Invalid status.declaredFeatures[1]']],
    [status({ declaredFeatures: ['A', 'A'] }), ['Duplicate status.declaredFeatures[1]']],
    [status({ declaredFeatures: ['a'] }), ['Invalid status.declaredFeatures[0]']],
    [status({ declaredFeatures: ['a'] }), [], 35],
  ],
  'annotations of old': [
    [annotated('taints', [{ key: 'a b', effect: 'NoSchedule' }]), [`Invalid ${annotations}/taints[0].key`]],
    [annotated('taints', 'a'), ['Invalid metadata.annotations']],
    [annotated('preferAvoidPods', 'a'), ['Invalid metadata.annotations.AvoidPods']],
    [
      annotated('preferAvoidPods', { preferAvoidPods: [{}] }),
      [`Required ${annotations}/preferAvoidPods[0].PodSignature`],
    ],
    [
      annotated('preferAvoidPods', { preferAvoidPods: [{ podSignature: { podController: { controller: false } } }] }),
      [`Invalid ${annotations}/preferAvoidPods[0].PodSignature.PodController.Controller`],
    ],
  ],
});

testUpdate(
  'Node',
  {},
  {
    'what is set once': [
      [spec({}), spec({ podCIDR: '10.0.0.0/24', providerID: 'a' }), []],
      [spec({ podCIDR: '10.0.0.0/24' }), spec({ podCIDR: '10.0.1.0/24' }), ['Forbidden spec.podCIDRs']],
      [spec({ podCIDR: '10.0.0.0/24' }), spec({}), ['Forbidden spec.podCIDRs']],
      [spec({ providerID: 'a' }), spec({ providerID: 'b' }), ['Forbidden spec.providerID']],
      [spec({}), spec({ externalID: 'b' }), ['Forbidden spec.externalID']],
    ],
  },
);

test('of ranges that differ from podCIDR nothing is left, and of a source of configuration neither', () => {
  const node = { metadata: { name: 'a' }, ...spec({ podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.1.0/24', 'fd00::/64'] }) };
  assert.deepEqual(remarks('Node', node).dropped, ['spec.podCIDRs[1]']);
  const configured = { metadata: { name: 'a' }, ...spec({ configSource: { configMap: { name: 'a' } } }) };
  assert.deepEqual(remarks('Node', configured).dropped, ['spec.configSource']);
});

test('the first range is stored under its older name too', () => {
  const kind = findKindByName('Node')!;
  const object = structuredClone({ metadata: { name: 'a' }, ...spec({ podCIDRs: ['10.0.0.0/24'] }) });
  validateCreate(kind, object, 36);
  assert.deepEqual((storedForm(kind, object, 36) as { spec: unknown }).spec, {
    podCIDR: '10.0.0.0/24',
    podCIDRs: ['10.0.0.0/24'],
  });
});
