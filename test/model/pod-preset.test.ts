import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Kind,
  type MergedPresets,
  type PodPreset,
  findKindByName,
  mergePodPresets,
  presetSelects,
  readPodPreset,
} from '@podlint/model';
import { applyDefaults, storedForm } from '@podlint/kinds';
import { readCases } from '../conformance/cases.js';

type Pod = Parameters<typeof mergePodPresets>[0];

const podKind = findKindByName('Pod') as Kind;

function merged(pod: Pod, ...presets: PodPreset[]): MergedPresets {
  applyDefaults(podKind, pod, 36);
  return mergePodPresets(pod, presets);
}

function pod(container: object = {}, spec: object = {}): Pod {
  return {
    metadata: { name: 'p', labels: { app: 'a' } },
    spec: { containers: [{ name: 'c', image: 'nginx', ...container }], ...spec },
  };
}

function preset(spec: NonNullable<PodPreset['spec']>, metadata: PodPreset['metadata'] = {}): PodPreset {
  return { metadata: { name: 'preset', ...metadata }, spec };
}

test('an empty selector selects every Pod of the namespace, and no other', () => {
  assert.deepEqual(merged(pod(), preset({}), preset({}, { name: 'other', namespace: 'other' })).matched, ['preset']);
});

test('labels decide', () => {
  const selectors = [
    { matchLabels: { app: 'b' } },
    { matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'b'] }] },
    { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
  ];
  assert.deepEqual(merged(pod(), ...selectors.map((selector, i) => preset({ selector }, { name: `${i}` }))).matched, [
    '1',
  ]);
});

test('a Pod can be excluded', () => {
  const excluded = { ...pod(), metadata: { annotations: { 'podpreset.admission.kubernetes.io/exclude': 'true' } } };
  assert.deepEqual(merged(excluded, preset({})).matched, []);
});

test('what is not there is added to each container, and the preset leaves its name', () => {
  const { applied, pod: result } = merged(
    pod({ env: [{ name: 'A', value: '1' }] }),
    preset(
      {
        env: [{ name: 'B', value: '2' }],
        envFrom: [{ secretRef: { name: 's' } }],
        volumes: [{ name: 'v' }],
        volumeMounts: [{ name: 'v', mountPath: '/v' }],
      },
      { resourceVersion: '7' },
    ),
  );
  assert.equal(applied, true);
  const [container] = result.spec?.containers ?? [];
  assert.ok(container);
  assert.deepEqual(container.env, [
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
  ]);
  assert.deepEqual(container.envFrom, [{ secretRef: { name: 's' } }]);
  assert.deepEqual(container.volumeMounts, [{ name: 'v', mountPath: '/v' }]);
  assert.deepEqual(result.spec?.volumes, [{ name: 'v', emptyDir: {} }]);
  assert.deepEqual(result.metadata?.annotations, { 'podpreset.admission.kubernetes.io/podpreset-preset': '7' });
});

test('the same thing twice is no conflict', () => {
  const env = [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }];
  const { applied, pod: result } = merged(pod({ env }), preset({ env: structuredClone(env) }));
  assert.equal(applied, true);
  assert.equal(result.spec?.containers?.[0]?.env?.length, 1);
});

test('one conflict keeps every preset out', () => {
  const own = pod(
    { env: [{ name: 'A', value: '1' }], volumeMounts: [{ name: 'v', mountPath: '/v' }] },
    { volumes: [{ name: 'v', emptyDir: {} }] },
  );
  const {
    applied,
    conflicts,
    pod: result,
  } = merged(
    own,
    preset({ env: [{ name: 'A', value: '2' }], volumes: [{ name: 'v', hostPath: { path: '/' } }] }, { name: 'one' }),
    preset({ volumeMounts: [{ name: 'w', mountPath: '/v' }] }, { name: 'two' }),
    preset({ volumeMounts: [{ name: 'v', mountPath: '/other' }] }, { name: 'three' }),
  );
  assert.equal(applied, false);
  assert.equal(result, own);
  assert.deepEqual(conflicts, [
    { what: 'volume', preset: 'one', on: 'v' },
    { container: 'c', what: 'env', preset: 'one', on: 'A' },
    { container: 'c', what: 'volumeMount', preset: 'three', on: 'v' },
    { container: 'c', what: 'mountPath', preset: 'two', on: '/v' },
  ]);
});

test('presets can conflict with each other, and init containers never do', () => {
  const own = pod({}, { initContainers: [{ name: 'i', image: 'nginx', env: [{ name: 'A', value: '0' }] }] });
  const { conflicts } = merged(
    own,
    preset({ env: [{ name: 'A', value: '1' }] }, { name: 'one' }),
    preset({ env: [{ name: 'A', value: '2' }] }, { name: 'two' }),
  );
  assert.deepEqual(conflicts, [{ container: 'c', what: 'env', preset: 'two', on: 'A' }]);
});

interface Recorded {
  readonly id: string;
  readonly manifest: string;
  readonly expect: Omit<MergedPresets, 'pod'> & { readonly effective: object | null };
}

function conflictKeys({ conflicts }: Pick<MergedPresets, 'conflicts'>): string[] {
  return conflicts.map(({ container, what, preset: name, on }) => [container ?? '', what, name, on].join(' ')).sort();
}

test('every recorded merge is that of the admission plugin', () => {
  for (const { id, manifest, expect } of readCases<Recorded>('podpreset')) {
    const [own, ...presets] = manifest.split('\n---\n').map((text) => JSON.parse(text) as object);
    const got = merged(own as Pod, ...(presets as PodPreset[]));
    assert.deepEqual(
      [got.matched, got.applied, conflictKeys(got)],
      [expect.matched, expect.applied, conflictKeys(expect)],
      id,
    );
    if (expect.effective)
      assert.deepEqual(storedForm(podKind, got.pod, 36), storedForm(podKind, expect.effective, 36), id);
  }
});

test('what the API would not have taken is no preset', () => {
  const refused = [
    null,
    [],
    { spec: [] },
    { spec: { env: 'A' } },
    { spec: { env: ['A'] } },
    { spec: { volumes: ['v'] } },
    { spec: { volumes: [{ name: 'v', secret: 's' }] } },
    { spec: { selector: { matchExpressions: [{ key: 'a', values: 'b' }] } } },
  ];
  assert.deepEqual(
    refused.filter((value) => readPodPreset(value) !== undefined),
    [],
  );
});

test('reading a preset leaves it as it was written', () => {
  const written = { metadata: { name: 'p' }, spec: { volumes: [{ name: 'v', secret: { secretName: 's' } }] } };
  assert.deepEqual(readPodPreset(structuredClone(written)), written);
  assert.deepEqual(readPodPreset({}), {});
});

test('a namespace that is not named is the default one', () => {
  assert.equal(presetSelects(preset({}), { metadata: { namespace: 'default' } }), true);
  assert.equal(presetSelects(preset({}, { namespace: 'a' }), {}), false);
});
