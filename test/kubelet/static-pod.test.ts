import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiReferences, referredObjects } from '@podlint/kubelet';
import { readYaml } from '@podlint/syntax';
import { createCases, readCases } from '../conformance/cases.js';

type Spec = NonNullable<Parameters<typeof referredObjects>[0]['spec']>;

const container = { name: 'c', image: 'nginx' };
const volume = (source: object): Spec => ({ volumes: [{ name: 'v', ...source }] });

const cases: readonly (readonly [spec: Spec, ...kinds: string[]])[] = [
  [{}],
  [{ serviceAccountName: 'a' }, 'serviceaccounts'],
  [{ serviceAccount: 'a' }, 'serviceaccounts'],
  [{ imagePullSecrets: [{ name: 's' }] }, 'secrets'],
  [{ imagePullSecrets: [{}] }],
  [
    { containers: [{ ...container, envFrom: [{ configMapRef: { name: 'c' } }, { secretRef: { name: 's' } }] }] },
    'secrets',
    'configmaps',
  ],
  [
    {
      initContainers: [{ ...container, env: [{ name: 'E', valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } }] }],
    },
    'configmaps',
  ],
  [
    { containers: [{ ...container, env: [{ name: 'E', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }] }] },
    'secrets',
  ],
  [{ resourceClaims: [{ name: 'r' }] }, 'resourceclaims'],
  [volume({ emptyDir: {} })],
  [volume({ secret: { secretName: 's' } }), 'secrets'],
  [volume({ configMap: { name: 'c' } }), 'configmaps'],
  [volume({ azureFile: { secretName: 's', shareName: 'x' } }), 'secrets'],
  [volume({ iscsi: { secretRef: { name: 's' } } }), 'secrets'],
  [volume({ iscsi: {} })],
  [volume({ csi: { driver: 'd' } }), 'csidrivers'],
  [volume({ csi: { driver: 'd', nodePublishSecretRef: { name: 's' } } }), 'secrets', 'csidrivers'],
  [volume({ glusterfs: {} }), 'endpoints'],
  [volume({ persistentVolumeClaim: { claimName: 'p' } }), 'persistentvolumeclaims'],
  [volume({ ephemeral: {} }), 'persistentvolumeclaims'],
  [volume({ projected: { sources: [{ downwardAPI: {} }] } })],
  [
    volume({
      projected: {
        sources: [
          { serviceAccountToken: {} },
          { clusterTrustBundle: {} },
          { podCertificate: {} },
          { configMap: { name: 'c' } },
        ],
      },
    }),
    'configmaps',
    'serviceaccounts',
    'clustertrustbundles',
    'podcertificates',
  ],
];

for (const [spec, ...kinds] of cases) {
  test(`static Pod ${JSON.stringify(spec)}`, () => assert.deepEqual(referredObjects({ spec }), kinds));
}

/** As decoding leaves it: no nulls. */
function withoutNulls(text: string): Parameters<typeof referredObjects>[0] {
  const [document] = readYaml(text);
  return JSON.parse(JSON.stringify(document?.json), (_key, value: unknown) => value ?? undefined) as object;
}

test('the first reference is the one for which the kubelet refuses the Pod', () => {
  const manifests = new Map(createCases('1.36').map(({ id, manifest }) => [id, manifest]));
  for (const { id, refers } of readCases<{ id: string; refers: string }>('static')) {
    assert.equal(referredObjects(withoutNulls(manifests.get(id) ?? ''))[0] ?? '', refers.replace(/ \(via .*/, ''), id);
  }
});

test('each reference has its place', () => {
  const spec: Spec = {
    serviceAccount: 'a',
    imagePullSecrets: [{ name: '' }, { name: 's' }],
    initContainers: [
      { ...container, env: [{ name: 'A' }, { name: 'B', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }] },
    ],
    volumes: [
      { name: 'v', secret: { secretName: 's' } },
      { name: 'w', projected: { sources: [{ downwardAPI: {} }, { configMap: { name: 'c' } }] } },
    ],
  };
  assert.deepEqual(
    apiReferences({ spec }).map(({ resource, path }) => `${resource} ${path.toString()}`),
    [
      'serviceaccounts serviceAccount',
      'secrets imagePullSecrets[1]',
      'secrets initContainers[0].env[1].valueFrom.secretKeyRef',
      'secrets volumes[0].secret',
      'configmaps volumes[1].projected.sources[1].configMap',
    ],
  );
});
