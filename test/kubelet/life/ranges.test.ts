/** Where chance decides: ranges over kubelets that look at other moments, and wait longer. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lifeWithRanges, simulateLife, type RangedEvent, type Scenario } from '@podlint/kubelet/life';

const spec = { containers: [{ name: 'app', image: 'x/app:1' }] };
const crashes: Scenario = { containers: { app: { runs: [{ exitAfter: 40, code: 1 }] } }, horizon: 900 };
const events = lifeWithRanges(spec, crashes);

function startsOf(list: readonly RangedEvent[]) {
  return list.filter((event) => 'process' in event && event.event === 'start').map(({ range }) => range);
}

describe('ranges', () => {
  test('are of the very events of a life, and hold each of them', () => {
    assert.deepEqual(
      events.map(({ range: _, ...event }) => event),
      simulateLife(spec, crashes),
    );
    for (const { t, range } of events) assert.ok(range.from <= t && t <= (range.to ?? Infinity), `${t}`);
  });

  test('of a restart that nothing puts off are as wide as the beat of the kubelet', () => {
    const [, first] = startsOf(events);
    assert.ok(first?.to !== undefined && first.to - first.from < 1.1);
    assert.ok(first.from >= 40 && first.to <= 42);
  });

  test('of a restart after a back-off begin with it and end half as long later, and a beat', () => {
    // The container has run for 40 s each time; then 10, 20, 40 and 80 s have to pass since its exit.
    const [, , after10, after20, after40] = startsOf(events);
    assert.ok(after10?.to !== undefined && after20?.to !== undefined && after40?.to !== undefined);
    const exits = events.filter((event) => 'process' in event && event.event === 'exit').map(({ range }) => range);
    for (const [place, [range, wait]] of (
      [
        [after10, 10],
        [after20, 20],
        [after40, 40],
      ] as const
    ).entries()) {
      const exit = exits[place + 1];
      assert.ok(exit?.to !== undefined && range.from >= exit.from + wait);
      assert.ok((range.to ?? Infinity) <= exit.to + wait * 1.5 + 2.1);
    }
  });

  test('have no end where some kubelets do not get that far', () => {
    const last = startsOf(lifeWithRanges(spec, { ...crashes, horizon: 600 })).at(-1);
    assert.ok(last && last.from > 550 && last.to === undefined);
  });
});
