import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createAgreement } from './agreement.js';
import { kindVersions, recordedVersions } from './cases.js';
import {
  imageOutcome,
  presetOutcome,
  staticPodOutcome,
  storedOutcome,
  timelineOutcome,
  unexplainedTimelines,
  updateOutcome,
  yamlOutcome,
  type Outcome,
} from './library.js';

/** The server drew the node port of the first port by lot, and drew the one that the second port asks for. */
const drawnByLot = 'dk07525';

describe('the API server and podlint say the same', () => {
  for (const version of recordedVersions) {
    test(`to every creation, Kubernetes ${version}`, () => {
      const { all, misses } = createAgreement(version);
      assert.ok(all.total > 10_000);
      assert.deepEqual(misses, []);
    });
  }

  for (const version of kindVersions) {
    test(`to every creation of a kind without pods, Kubernetes ${version}`, () => {
      const { all, misses } = createAgreement(version, 'kinds');
      assert.ok(all.total > 900);
      assert.deepEqual(
        misses.filter(({ id }) => id !== drawnByLot),
        [],
      );
    });
  }
  test('to every update of these kinds, and of what is stored of them, Kubernetes 1.36', () => {
    for (const { total, misses } of [updateOutcome('kinds'), storedOutcome('kinds')]) {
      assert.ok(total > 200);
      assert.deepEqual(misses, []);
    }
  });

  const outcomes: Readonly<Record<string, () => Outcome>> = {
    'to every update': () => updateOutcome(),
    'of every stored object and its QoS class': () => storedOutcome(),
    'of every PodPreset': presetOutcome,
    'of what every static Pod refers to': staticPodOutcome,
    'of every image reference': imageOutcome,
    'of every YAML text': yamlOutcome,
  };
  for (const [name, measure] of Object.entries(outcomes)) {
    test(`${name}, Kubernetes 1.36`, () => {
      const { total, misses } = measure();
      assert.ok(total >= 500);
      assert.deepEqual(misses, []);
    });
  }

  test('of the timeline of every probe but those in which chance orders two things of one instant', () => {
    assert.deepEqual(unexplainedTimelines(), []);
    const { total, misses } = timelineOutcome();
    assert.ok(misses.length / total < 0.015, `${misses.length} of ${total} differ`);
  });
});
