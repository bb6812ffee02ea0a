import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Manifest, errorsOf } from '../kit/server-errors.js';

export type Fields = Readonly<Record<string, unknown>>;

const labels = { app: 'a' };
const containers = [{ name: 'c', image: 'nginx' }];
const selector = { matchLabels: labels };

export const template = { metadata: { labels }, spec: { containers } };
export const endingTemplate = { spec: { containers, restartPolicy: 'Never' } };

const specs: Readonly<Record<string, Fields>> = {
  Pod: { containers },
  ReplicationController: { selector: labels, template },
  ReplicaSet: { selector, template },
  Deployment: { selector, template },
  StatefulSet: { selector, template },
  DaemonSet: { selector, template },
  Job: { template: endingTemplate },
  CronJob: { schedule: '* * * * *', jobTemplate: { spec: { template: endingTemplate } } },
};

/** An object of the kind that the server takes, with some fields of its spec set, or removed with undefined. */
export function workload(kind: string, spec: Fields = {}, metadata: Fields = {}): Manifest {
  return { kind, metadata: { name: 'a', ...metadata }, spec: { ...specs[kind], ...spec } };
}

/** What is changed, and what the server has against it: `Required spec.selector`. */
export type Case = readonly [change: Fields, ...errors: string[]];

/** Tests changes of an accepted object's spec; paths are those below spec. */
export function testSpecs(kind: string, cases: readonly Case[], minor = 36): void {
  for (const [spec, ...errors] of cases) {
    test(`1.${minor} ${kind}: ${JSON.stringify(spec)}`, () => {
      assert.deepEqual(errorsOf(workload(kind, spec), minor), expected(errors, 'spec'));
    });
  }
}

/** `Required selector` under `spec` -> `FieldValueRequired spec.selector`; `Forbidden` alone is about `spec` itself. */
export function expected(errors: readonly string[], parent: string): string[] {
  return errors
    .map((error) => {
      const [type] = error.split(' ');
      const field = error.slice(`${type} `.length);
      return `FieldValue${type} ${parent}${parent && field ? '.' : ''}${field}`;
    })
    .sort();
}
