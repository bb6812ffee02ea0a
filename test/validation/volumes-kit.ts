import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Manifest, errorsOf } from '../kit/server-errors.js';

export const template = { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'c', image: 'nginx' }] } };

export function podWith(...volumes: readonly object[]): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod' }, spec: { ...template.spec, volumes } };
}

/**
 * What a source is, and what the server has against it; paths are those below the volume, `Required
 * emptyDir.sizeLimit`.
 */
export type SourceCase = readonly [source: object, ...errors: string[]];

/** Tests each source as the only volume of a Pod. */
export function testSources(cases: readonly SourceCase[], minor = 36): void {
  for (const [source, ...errors] of cases) {
    test(`1.${minor}: ${JSON.stringify(source).slice(0, 120)}`, () => {
      assert.deepEqual(errorsOf(podWith({ name: 'v', ...source }), minor), errors.map(inVolume).sort());
    });
  }
}

/** `Required secret.secretName` -> `FieldValueRequired spec.volumes[0].secret.secretName` */
export function inVolume(error: string): string {
  const [type, field] = error.split(' ');
  return `FieldValue${type} spec.volumes[0]${field ? `.${field}` : ''}`;
}
