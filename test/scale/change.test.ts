/** What a change does to many objects: it may take as much longer as there are more of them, and no more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, type ChangeReport, type ChangeSide } from '@podlint/engine/change';
import { defaultVersion } from '@podlint/model';

const deployment = (index: number, image: string): string =>
  `apiVersion: apps/v1
kind: Deployment
metadata: {name: web-${index}}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: "${image}"}]}
`;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** The shapes in which many objects come. */
const shapes: Readonly<Record<string, (count: number, image: string) => ChangeSide>> = {
  'files of their own': (count, image) => ({
    files: numbers(count).map((index) => ({ path: `${index}.yaml`, text: deployment(index, image) })),
  }),
  'documents of one file': (count, image) => ({
    files: [
      {
        path: 'all.yaml',
        text: numbers(count)
          .map((index) => deployment(index, image))
          .join('---\n'),
      },
    ],
  }),
  'items of a List': (count, image) => ({
    files: [
      {
        path: 'all.yaml',
        text: `apiVersion: v1\nkind: List\nitems:\n${numbers(count)
          .map((index) => `- ${deployment(index, image).trimEnd().replaceAll('\n', '\n  ')}\n`)
          .join('')}`,
      },
    ],
  }),
  'objects of one name': (count, image) => ({
    files: numbers(count).map((index) => ({ path: `${index}.yaml`, text: deployment(0, image) })),
  }),
  'objects of one name in one file': (count, image) => ({
    files: [
      {
        path: `${image}.yaml`,
        text: numbers(count)
          .map(() => deployment(0, image))
          .join('---\n'),
      },
    ],
  }),
};

function measured(shape: (count: number, image: string) => ChangeSide, count: number): [ChangeReport, number] {
  const [old, now] = [shape(count, 'web:1'), shape(count, 'web:2')];
  const start = process.cpuUsage();
  const report = changeOf(old, now, { version: defaultVersion });
  const { user, system } = process.cpuUsage(start);
  return [report, user + system];
}

for (const [name, shape] of Object.entries(shapes))
  test(`grows as the number of ${name}`, () => {
    measured(shape, 200);
    const [few, short] = measured(shape, 250);
    const [many, long] = measured(shape, 2000);
    assert.equal(few.summary.rollouts, 250);
    assert.equal(many.summary.changed, 2000);
    // Eight times as many: sixty-four times the time would be growth with the square.
    assert.ok(long < 24 * short, `${short} and ${long} microseconds`);
  });
