import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ContainerProbes,
  type EventWindow,
  type ProbeKind,
  type ProbeWindows,
  probeRuns,
  probeWindows,
  simulateProbes,
} from '@podlint/kubelet';
import fc from 'fast-check';

/**
 * A container that answers from a time on, with probes of small whole seconds; all its moments are within the 900 s
 * that are simulated.
 */
interface Case {
  readonly probes: ContainerProbes;
  readonly startupTime: number;
  readonly hang: boolean;
}

const periods = fc.constantFrom(1, 2, 3, 4, 5, 6, 10, 15);
const probeOf = (successThreshold: fc.Arbitrary<number>): fc.Arbitrary<NonNullable<ContainerProbes['startupProbe']>> =>
  fc.record({
    initialDelaySeconds: fc.nat(20),
    periodSeconds: periods,
    timeoutSeconds: fc.integer({ min: 1, max: 13 }),
    failureThreshold: fc.integer({ min: 1, max: 6 }),
    successThreshold,
  });
const cases: fc.Arbitrary<Case> = fc.record({
  probes: fc.record(
    {
      startupProbe: probeOf(fc.constant(1)),
      readinessProbe: probeOf(fc.integer({ min: 1, max: 4 })),
      livenessProbe: probeOf(fc.constant(1)),
    },
    { requiredKeys: [] },
  ),
  // In hundredths: the windows are those of all leads, and leads in milliseconds come between any two of these.
  startupTime: fc
    .oneof(
      fc.nat(9000),
      fc.nat(90).map((seconds) => seconds * 100),
    )
    .map((hundredths) => hundredths / 100),
  hang: fc.boolean(),
});

type Moments = Readonly<Record<'started' | 'ready' | 'killed' | ProbeKind, number | undefined>>;
const names = ['started', 'ready', 'killed', 'startupProbe', 'readinessProbe', 'livenessProbe'] as const;

/** What happens under one lead, in milliseconds. */
function momentsOf({ probes, startupTime, hang }: Case, lead: number): Moments {
  const behaviour = { startupTime, hang, lead: lead / 1000 };
  const { startedAt, readyAt, killedAt } = simulateProbes(probes, behaviour);
  const runs = probeRuns(probes, behaviour);
  const first = (kind: ProbeKind): number | undefined => inMilliseconds(runs.find((run) => run.kind === kind)?.at);
  return {
    started: inMilliseconds(startedAt),
    ready: inMilliseconds(readyAt),
    killed: inMilliseconds(killedAt),
    startupProbe: first('startupProbe'),
    readinessProbe: first('readinessProbe'),
    livenessProbe: first('livenessProbe'),
  };
}

function windowOf(windows: ProbeWindows, name: keyof Moments): EventWindow | undefined {
  return name === 'started' || name === 'ready' || name === 'killed' ? windows[name] : windows.firstProbes[name];
}

function inMilliseconds(seconds: number | null | undefined): number | undefined {
  return seconds === null || seconds === undefined ? undefined : Math.round(seconds * 1000);
}

/**
 * Every lead at which something can change, and its neighbours, in milliseconds; as long as it takes until all ticks
 * fall as at the beginning.
 */
function turningLeads({ probes, startupTime }: Case): number[] {
  const rhythm = Object.values(probes).reduce((all, probe) => leastCommonMultiple(all, probe.periodSeconds ?? 10), 1);
  const answering = 1000 - (Math.round(startupTime * 1000) % 1000);
  const parts = [...new Set([0, 1, 999, answering - 1, answering, answering + 1].map((part) => part % 1000))];
  return Array.from({ length: rhythm }, (_, seconds) => parts.map((part) => seconds * 1000 + part)).flat();
}

function leastCommonMultiple(a: number, b: number): number {
  const divisor = (x: number, y: number): number => (y === 0 ? x : divisor(y, x % y));
  return (a * b) / divisor(a, b);
}

test('what happens under a lead lies in its window', () => {
  fc.assert(
    fc.property(cases, fc.array(fc.nat(200_000), { minLength: 5, maxLength: 20 }), (given, leads) => {
      const windows = probeWindows(given.probes, given);
      for (const lead of leads) {
        const moments = momentsOf(given, lead);
        for (const name of names) assertInside(moments[name], windowOf(windows, name), `${name}, lead ${lead} ms`);
      }
    }),
    { numRuns: 200 },
  );
});

function assertInside(moment: number | undefined, window: EventWindow | undefined, what: string): void {
  if (moment === undefined) {
    assert.ok(!window?.always, `${what}: never`);
    return;
  }
  assert.ok(
    window && moment >= window.earliest * 1000 && moment <= window.latest * 1000,
    `${what}: at ${moment} ms, not in ${JSON.stringify(window)}`,
  );
}

test('each end of a window is reached by some lead, to a millisecond', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const windows = probeWindows(given.probes, given);
      const all = turningLeads(given).map((lead) => momentsOf(given, lead));
      for (const name of names) {
        const moments = all.flatMap((one) => one[name] ?? []);
        const window = windowOf(windows, name);
        assert.equal(window !== undefined, moments.length > 0, name);
        if (!window) continue;
        assert.equal(window.always, moments.length === all.length, `${name} always`);
        assert.ok(
          Math.min(...moments) - window.earliest * 1000 <= 1.001,
          `${name}: ${Math.min(...moments)} ms at the earliest, not ${window.earliest} s`,
        );
        assert.ok(
          window.latest * 1000 - Math.max(...moments) <= 1.001,
          `${name}: ${Math.max(...moments)} ms at the latest, not ${window.latest} s`,
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('the verdict is what all leads together say', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const kills = turningLeads(given).map((lead) => momentsOf(given, lead).killed !== undefined);
      const expected = kills.every((killed) => !killed) ? 'safe' : kills.every((killed) => killed) ? 'unsafe' : 'luck';
      assert.equal(probeWindows(given.probes, given).verdict, expected);
    }),
    { numRuns: 60 },
  );
});

test('a startup time is safe up to the budget and unsafe above it', () => {
  fc.assert(
    fc.property(cases, ({ probes, hang }) => {
      const { budget } = probeWindows(probes, { hang });
      const verdict = (startupTime: number): unknown => probeWindows(probes, { startupTime, hang }).verdict;
      if (!budget) {
        assert.equal(verdict(1000), 'safe');
        return;
      }
      assert.equal(verdict(budget.safeUpTo), 'safe');
      assert.equal(verdict(budget.safeUpTo + 0.001), 'luck');
      assert.notEqual(verdict(budget.unsafeAbove - 0.001), 'unsafe');
      assert.equal(verdict(budget.unsafeAbove + 0.001), 'unsafe');
    }),
  );
});
