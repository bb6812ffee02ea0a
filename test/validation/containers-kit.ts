import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Manifest, errorsOf } from '../kit/server-errors.js';

export const sound = { name: 'c', image: 'nginx' };

/**
 * Fields of a container, and what the server has against it; paths are those below the container, `Required name`, or
 * from the document with a leading `/`.
 */
export type ContainerCase = readonly [container: object, ...errors: string[]];

type ContainerList = 'containers' | 'initContainers' | 'ephemeralContainers';

/** What stands around the container: its list, other fields of the pod's spec, and the minor of the version. */
export interface Surroundings {
  readonly list?: ContainerList;
  readonly spec?: object;
  readonly minor?: number;
}

export function pod(spec: object): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod' }, spec };
}

export function deployment(spec: object): Manifest {
  const labels = { app: 'a' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'd' },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
}

/** Tests each container as the only one of its list; what the case leaves out is sound. */
export function testContainers(
  cases: readonly ContainerCase[],
  { list = 'containers', spec = {}, minor = 36 }: Surroundings = {},
): void {
  const others = list === 'containers' ? {} : { containers: [{ name: 'main', image: 'nginx' }] };
  const always = list === 'ephemeralContainers' ? ['Forbidden /spec.ephemeralContainers'] : [];
  for (const [container, ...errors] of cases) {
    test(`1.${minor} ${list}: ${JSON.stringify(container).slice(0, 160)}`, () => {
      const manifest = pod({ ...others, ...spec, [list]: [{ ...sound, ...container }] });
      assert.deepEqual(
        errorsOf(manifest, minor),
        [...errors, ...always].map((error) => inContainer(error, list)).sort(),
      );
    });
  }
}

/** `Required name` -> `FieldValueRequired spec.containers[0].name` */
function inContainer(error: string, list: ContainerList): string {
  const space = error.indexOf(' ');
  const type = error.slice(0, space);
  const field = error.slice(space + 1);
  if (field.startsWith('/')) return `FieldValue${type} ${field.slice(1)}`;
  return `FieldValue${type} spec.${list}[0]${field ? `.${field}` : ''}`;
}

/** Tests whole specs of a Pod; paths are those below `spec`. */
export function testSpecs(
  cases: readonly (readonly [title: string, spec: object, ...errors: string[]])[],
  minor = 36,
): void {
  for (const [title, spec, ...errors] of cases) {
    test(`1.${minor}: ${title}`, () => {
      assert.deepEqual(
        errorsOf(pod(spec), minor),
        errors.map((error) => `FieldValue${error.replace(' ', ' spec.')}`).sort(),
      );
    });
  }
}
