/** How often rules say that a container is restarted, against its whole life. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { restartsWithin } from '@podlint/kubelet';
import { simulateLife } from '@podlint/kubelet/life';

const time = 600;

function restartsOfLife(run: number): number {
  const scenario = { containers: { a: { runs: [{ exitAfter: run, code: 0 }] } }, horizon: time };
  const events = simulateLife({ containers: [{ name: 'a', image: 'x/a:1' }] }, scenario);
  return events.filter((event) => 'process' in event && event.event === 'start' && (event.n ?? 0) > 0).length;
}

describe('restarts of a container that always ends', () => {
  test('are six in the first ten minutes if it ends at once', () => {
    assert.equal(restartsWithin(time, 0), 6);
  });

  test('are as many as in its life, or one more, for every run up to ten minutes', () => {
    for (let run = 0; run <= time; run++) {
      const more = restartsWithin(time, run) - restartsOfLife(run);
      assert.ok(more === 0 || more === 1, `${run} s: ${more} more`);
    }
  });

  test('are exactly as many for most of them', () => {
    const runs = Array.from({ length: time }, (_, run) => run);
    const exact = runs.filter((run) => restartsWithin(time, run) === restartsOfLife(run));
    assert.ok(exact.length / runs.length > 0.95, `${exact.length}`);
  });
});
