/** One cause, one diagnostic: what the server warns of, and what several rules would say of one field, is said once. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter, type LinterOptions } from 'podlint';

/**
 * Codes and paths of what is said about a Pod with these fields in its only container and its spec, without what every
 * Pod is told.
 */
function said(container: object, spec: object, options: LinterOptions = {}): string[] {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'x' },
    spec: { containers: [{ name: 'x', image: 'x:1', ...container }], ...spec },
  };
  const { files } = createLinter(options).lint([{ path: 'x.json', text: JSON.stringify(pod) }]);
  return files[0]!.diagnostics
    .filter(({ code }) => /^(?:api|env|ports|volumes)\/|docker-socket|unit-slip/.test(code))
    .map(({ code, path }) => `${code} ${path}`);
}

describe('what the server warns of', () => {
  test('a variable that is defined twice', () => {
    const env = [
      { name: 'A', value: '1' },
      { name: 'A', value: '2' },
    ];
    assert.deepEqual(said({ env }, {}), ['env/duplicate spec.containers[0].env[1]']);
    assert.deepEqual(said({ env }, {}, { rules: { 'env/duplicate': 'off' } }), [
      'api/warning spec.containers[0].env[1]',
    ]);
  });

  test('a port that is listed twice', () => {
    const ports = [{ containerPort: 80 }, { containerPort: 80 }, { containerPort: 80 }];
    assert.deepEqual(said({ ports }, {}), [
      'ports/duplicate spec.containers[0].ports[1]',
      'ports/duplicate spec.containers[0].ports[2]',
    ]);
  });

  test('a fraction of a byte, as a limit and so as a request', () => {
    assert.deepEqual(said({ resources: { limits: { memory: '512m' } } }, {}), [
      'resources/unit-slip spec.containers[0].resources.limits[memory]',
    ]);
  });
});

describe('what the server warns of, in objects without Pods', () => {
  const cases: readonly (readonly [string, object, string])[] = [
    [
      'the class of an Ingress as an annotation',
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: 'x', annotations: { 'kubernetes.io/ingress.class': 'nginx' } },
        spec: { defaultBackend: { resource: { apiGroup: 'example.com', kind: 'Bucket', name: 'x' } } },
      },
      'deprecations/field metadata.annotations[kubernetes.io/ingress.class]',
    ],
    [
      'the class of a claim as an annotation',
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'x', annotations: { 'volume.beta.kubernetes.io/storage-class': 'fast' } },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
      'deprecations/field metadata.annotations[volume.beta.kubernetes.io/storage-class]',
    ],
    [
      'a kind that is deprecated',
      { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'x' } },
      'deprecations/api-version ',
    ],
  ];
  for (const [name, object, finding] of cases)
    test(name, () => {
      const { files } = createLinter().lint([{ path: 'x.json', text: JSON.stringify(object) }]);
      assert.deepEqual(
        files[0]!.diagnostics.map(({ code, path }) => `${code} ${path}`),
        [finding],
      );
    });
});

describe('rules that look at one field', () => {
  const volume = (path: string): [object, object] => [
    { volumeMounts: [{ name: 'v', mountPath: '/v' }] },
    { volumes: [{ name: 'v', hostPath: { path } }] },
  ];
  const at = 'spec.volumes[0].hostPath.path';

  test('the gravest one speaks', () => {
    assert.deepEqual(said(...volume('/var/run/docker.sock'), { preset: 'strict' }), [
      `volumes/host-path-sensitive ${at}`,
    ]);
    assert.deepEqual(said(...volume('/srv'), { preset: 'strict' }), [`volumes/host-path-writable ${at}`]);
  });

  test('the next one speaks where that is off', () => {
    const rules = { 'volumes/host-path-sensitive': 'off', 'volumes/host-path-writable': 'off' } as const;
    assert.deepEqual(said(...volume('/var/run/docker.sock'), { rules }), [`security/docker-socket ${at}`]);
    assert.deepEqual(said(...volume('/'), { preset: 'strict', rules }), [`volumes/host-path ${at}`]);
  });
});

test('no preset turns on two rules that want the opposite', () => {
  const limits = { cpu: '1', memory: '1Gi' };
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'x' },
    spec: { containers: [{ name: 'x', image: 'x:1', resources: { limits } }] },
  };
  const { files } = createLinter({ preset: 'strict' }).lint([{ path: 'x.json', text: JSON.stringify(pod) }]);
  assert.ok(
    !files[0]!.diagnostics.some(({ code }) => code === 'resources/cpu-limit-set' || code === 'resources/no-cpu-limit'),
  );
});
