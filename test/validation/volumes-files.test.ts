import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf } from '../kit/server-errors.js';
import { type SourceCase, podWith, testSources } from './volumes-kit.js';

const name = { fieldRef: { fieldPath: 'metadata.name' } };

testSources([
  [{ secret: { secretName: 's', defaultMode: 0o777, items: [{ key: 'k', path: 'a/b', mode: 0 }] } }],
  [{ secret: { defaultMode: 0o1000 } }, 'Required secret.secretName', 'Invalid secret.defaultMode'],
  [
    { secret: { secretName: 's', items: [{ mode: -1 }] } },
    'Required secret.items[0].key',
    'Required secret.items[0].path',
    'Invalid secret.items[0].mode',
  ],
  [{ configMap: { items: [{ key: 'k', path: '/a' }] } }, 'Required configMap.name', 'Invalid configMap.items[0].path'],
  [{ configMap: { name: 'c', items: [{ key: 'k', path: '..a' }] } }, 'Invalid configMap.items[0].path'],
  [{ configMap: { name: 'c', items: [{ key: 'k', path: 'a/..b' }] } }],
  [{ configMap: { name: 'c', items: [{ key: 'k', path: 'a/..' }] } }, 'Invalid configMap.items[0].path'],
]);

// The server leaves "items[i]" out of these paths.
testSources([
  [{ downwardAPI: { items: [{ path: 'a', ...name }] } }],
  [
    { downwardAPI: { defaultMode: -1, items: [{ mode: 512, ...name }] } },
    'Invalid downwardAPI.defaultMode',
    'Required downwardAPI.path',
    'Invalid downwardAPI.mode',
  ],
  [{ downwardAPI: { items: [{ path: '../a' }] } }, 'Invalid downwardAPI.path', 'Required downwardAPI'],
  [
    { downwardAPI: { items: [{ path: 'a', ...name, resourceFieldRef: { resource: 'limits.cpu' } }] } },
    'Invalid downwardAPI',
  ],
  [
    { downwardAPI: { items: [{ path: 'a', resourceFieldRef: { resource: 'limits.cpu' } }] } },
    'Required downwardAPI.resourceFieldRef.containerName',
  ],
  [
    { downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'status.podIP' } }] } },
    'NotSupported downwardAPI.fieldRef.fieldPath',
  ],
]);

const projected = (...sources: readonly object[]): object => ({ projected: { sources } });

testSources([
  [
    projected(
      { secret: { name: 's' } },
      { configMap: { name: 'c' } },
      { downwardAPI: { items: [{ path: 'a', ...name }] } },
      { serviceAccountToken: { path: 't' } },
    ),
  ],
  [projected({})],
  [{ projected: { defaultMode: 512 } }, 'Invalid projected.defaultMode'],
  [
    projected({ secret: {}, configMap: {} }),
    'Required projected.sources[0].secret.name',
    'Required projected.sources[0].configMap.name',
    'Forbidden projected.sources[0]',
  ],
  [
    projected({ secret: { name: 's', items: [{ key: 'k', path: '/a' }] } }),
    'Invalid projected.sources[0].secret.items[0].path',
  ],
  [projected({ downwardAPI: { items: [{ path: 'a' }] } }), 'Required projected.sources[0].downwardAPI'],
  [
    projected(
      { secret: { name: 's', items: [{ key: 'k', path: 'a' }] } },
      { downwardAPI: { items: [{ path: 'a', ...name }] } },
    ),
    'Invalid projected',
  ],
  // A token is not compared with other files, and its path is reported under the volume.
  [projected({ serviceAccountToken: { path: 'a' } }, { serviceAccountToken: { path: 'a' } })],
  [
    projected({ serviceAccountToken: { expirationSeconds: 599 } }),
    'Invalid projected.sources[0].serviceAccountToken.expirationSeconds',
    'Required projected.path',
  ],
  [
    projected({ serviceAccountToken: { path: 't', expirationSeconds: 2 ** 32 + 1 } }),
    'Invalid projected.sources[0].serviceAccountToken.expirationSeconds',
  ],
  [projected({ serviceAccountToken: { path: '../t' } }), 'Invalid projected.path'],
]);
testSources([[projected({ serviceAccountToken: { path: '../t' } })]], 29);

test('what a disabled gate removes is not checked', () => {
  const removed = projected({ clusterTrustBundle: {} }, { podCertificate: {} });
  assert.deepEqual(errorsOf(podWith({ name: 'v', ...removed })), []);
});

const bundle = (fields: object): object => projected({ clusterTrustBundle: { path: 'ca.crt', ...fields } });
const bundlePath = 'projected.sources[0].clusterTrustBundle';
const signer = (length: number): string => `${'a.'.repeat(126)}a/${'b'.repeat(length)}`;

// On by default since 1.37.
testSources(
  [
    [bundle({ name: 'a.b' })],
    [bundle({ name: 'example.com:signer:a' })],
    [bundle({ signerName: 'example.com/signer', labelSelector: { matchLabels: { a: 'b' } } })],
    [bundle({}), `Required ${bundlePath}`],
    [bundle({ name: 'a', signerName: 'a.b/c' }), `Invalid ${bundlePath}`],
    [bundle({ name: '' }), `Required ${bundlePath}.name`, `Invalid ${bundlePath}.name`],
    [bundle({ name: ':a' }), `Invalid ${bundlePath}.name`],
    [bundle({ name: 'a/b:c' }), `Invalid ${bundlePath}.name`],
    [bundle({ name: 'example.com:A' }), `Invalid ${bundlePath}.name`],
    [bundle({ name: 'a', labelSelector: {} }), `Invalid ${bundlePath}.labelSelector`],
    [
      bundle({ signerName: 'a.b/c', labelSelector: { matchLabels: { a: ' ' } } }),
      `Invalid ${bundlePath}.labelSelector.matchLabels`,
    ],
    [bundle({ signerName: '' }), `Required ${bundlePath}.signerName`],
    ...['nodomain/a', 'a.b', 'a.b/c/d', 'A.b/c', 'a.b/c..d', 'a.b/'].map((signerName): SourceCase => [
      bundle({ signerName }),
      `Invalid ${bundlePath}.signerName`,
    ]),
    [bundle({ signerName: signer(253) })],
    [bundle({ signerName: `${'a.'.repeat(127)}a/b` }), `TooLong ${bundlePath}.signerName`],
    [bundle({ signerName: `${signer(253)}.${'b'.repeat(64)}` }), `TooLong ${bundlePath}.signerName`],
    [bundle({ name: 'a', path: '../a' }), `Invalid ${bundlePath}.path`],
    // Even two files without a name meet.
    [
      projected({ clusterTrustBundle: { name: 'a' } }, { clusterTrustBundle: { name: 'a' } }),
      'Invalid projected',
      `Required ${bundlePath}.path`,
      'Required projected.sources[1].clusterTrustBundle.path',
    ],
  ],
  37,
);

const certificate = (fields: object): object =>
  projected({ podCertificate: { signerName: 'example.com/signer', keyType: 'ED25519', keyPath: 'key', ...fields } });
const certificatePath = 'projected.sources[0].podCertificate';

testSources(
  [
    [
      certificate({
        certificateChainPath: 'chain',
        maxExpirationSeconds: 3600,
        userAnnotations: { 'Example.com/a': 'b' },
      }),
    ],
    [
      certificate({ signerName: '', keyType: 'DSA' }),
      `Required ${certificatePath}.signerName`,
      `NotSupported ${certificatePath}.keyType`,
    ],
    [certificate({ maxExpirationSeconds: 3599 }), `Invalid ${certificatePath}.maxExpirationSeconds`],
    [certificate({ maxExpirationSeconds: 91 * 86400 })],
    [
      certificate({ signerName: 'a.kubernetes.io/b', maxExpirationSeconds: 86401 }),
      `Invalid ${certificatePath}.maxExpirationSeconds`,
    ],
    [certificate({ keyPath: '' }), `Required ${certificatePath}`],
    [
      certificate({ keyPath: '/key', credentialBundlePath: '..bundle' }),
      `Invalid ${certificatePath}.keyPath`,
      `Invalid ${certificatePath}.credentialBundlePath`,
    ],
    [certificate({ certificateChainPath: 'key' }), 'Invalid projected'],
    [certificate({ userAnnotations: { '': 'a' } }), `Required ${certificatePath}.userAnnotations`],
    [certificate({ userAnnotations: { a: 'b' } }), `Invalid ${certificatePath}.userAnnotations`],
    [certificate({ userAnnotations: { 'a b/c': 'd' } }), `Invalid ${certificatePath}.userAnnotations`],
    [
      certificate({ userAnnotations: { 'a.b/c': 'd'.repeat(256 * 1024) } }),
      `TooLong ${certificatePath}.userAnnotations`,
    ],
  ],
  37,
);
