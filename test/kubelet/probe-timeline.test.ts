import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ContainerBehaviour, type ContainerProbes, type ProbeTimeline, simulateProbes } from '@podlint/kubelet';
import { readCases } from '../conformance/cases.js';

interface Example {
  readonly name: string;
  readonly probes: ContainerProbes;
  readonly container: ContainerBehaviour;
  readonly timeline: Partial<ProbeTimeline>;
}

const fast = { periodSeconds: 1 };

const examples: readonly Example[] = [
  {
    name: 'without probes a container is ready at once',
    probes: {},
    container: { startupTime: 50 },
    timeline: { startedAt: 0, readyAt: 0, killedAt: null, killedBy: null },
  },
  {
    name: 'three failures of the liveness probe kill',
    probes: { livenessProbe: {} },
    container: { startupTime: 60, lead: 7 },
    timeline: { readyAt: 0, killedAt: 23, killedBy: 'livenessProbe' },
  },
  {
    name: 'a liveness probe that waits long enough does not kill',
    probes: { livenessProbe: { initialDelaySeconds: 60 } },
    container: { startupTime: 60, lead: 7 },
    timeline: { killedAt: null },
  },
  {
    name: 'a success in between starts the count anew',
    probes: { livenessProbe: { failureThreshold: 2 } },
    container: { startupTime: 10, lead: 7 },
    timeline: { killedAt: null },
  },
  {
    name: 'a hanging probe fails after its timeout',
    probes: { livenessProbe: { timeoutSeconds: 4 } },
    container: { startupTime: 60, lead: 7, hang: true },
    timeline: { killedAt: 27 },
  },
  {
    name: 'ticks during a hanging probe are worth one',
    probes: { livenessProbe: { ...fast, timeoutSeconds: 5 } },
    container: { startupTime: 60, lead: 0.5, hang: true },
    timeline: { killedAt: 15.5 },
  },
  {
    name: 'readiness is asked at the start, then every period',
    probes: { readinessProbe: {} },
    container: { startupTime: 12, lead: 7 },
    timeline: { startedAt: 0, readyAt: 20 },
  },
  {
    name: 'readiness may need several successes',
    probes: { readinessProbe: { successThreshold: 3, periodSeconds: 5 } },
    container: { startupTime: 0, lead: 7 },
    timeline: { readyAt: 10 },
  },
  {
    name: 'readiness never kills',
    probes: { readinessProbe: fast },
    container: { startupTime: 2000 },
    timeline: { readyAt: null, killedAt: null },
  },
  {
    name: 'the startup probe holds the others off',
    probes: { startupProbe: { failureThreshold: 30 }, livenessProbe: fast },
    container: { startupTime: 100, lead: 3 },
    timeline: { startedAt: 107, readyAt: 107, killedAt: null },
  },
  {
    name: 'the startup probe kills when its patience ends',
    probes: { startupProbe: { failureThreshold: 5 }, livenessProbe: fast },
    container: { startupTime: 100, lead: 3 },
    timeline: { startedAt: null, killedAt: 47, killedBy: 'startupProbe' },
  },
  {
    name: 'having started asks for readiness at once',
    probes: { startupProbe: {}, readinessProbe: { periodSeconds: 60 } },
    container: { startupTime: 0, lead: 3 },
    timeline: { startedAt: 7, readyAt: 7 },
  },
  // The status says the container started half a second earlier than it did.
  {
    name: 'the initial delay counts from whole seconds',
    probes: { startupProbe: { initialDelaySeconds: 10, periodSeconds: 1 } },
    container: { startupTime: 0, lead: 2.5 },
    timeline: { startedAt: 9.5 },
  },
  {
    name: 'what happens after 900 seconds is not told',
    probes: { startupProbe: { periodSeconds: 100, failureThreshold: 100 } },
    container: { startupTime: 899, lead: 50 },
    timeline: { startedAt: null, killedAt: null },
  },
];

for (const { name, probes, container, timeline } of examples) {
  test(name, () => {
    const told = simulateProbes(probes, container);
    assert.deepEqual({ ...told, ...timeline }, told);
  });
}

type Recorded = ContainerProbes &
  Required<ContainerBehaviour> & { readonly id: string; readonly expect: Partial<ProbeTimeline> };

function agrees(line: Recorded): boolean {
  const told = simulateProbes(line, line);
  const sameKiller = told.killedBy === (line.expect.killedBy ?? null);
  return (
    sameKiller &&
    (['startedAt', 'readyAt', 'killedAt'] as const).every((time) => isNear(told[time], line.expect[time] ?? null))
  );
}

function isNear(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= 0.1;
}

/** Whether two things happen in the same instant, whose order the kubelet leaves to chance. */
function hangsOnChance({ lead, expect, ...probes }: Recorded): boolean {
  const periods = [probes.startupProbe, probes.readinessProbe, probes.livenessProbe].flatMap((probe) =>
    probe ? (probe.periodSeconds ?? 10) : [],
  );
  const startsOnTick = periods.some((period) => isMultiple(lead, period));
  const startedOnTick =
    probes.startupProbe !== undefined &&
    isMultiple(lead + (expect.startedAt ?? 0), probes.readinessProbe?.periodSeconds ?? 10);
  return startsOnTick || startedOnTick;
}

function isMultiple(seconds: number, period: number): boolean {
  return Math.round(seconds * 1000) % (period * 1000) === 0;
}

test("every recorded timeline is the kubelet's, unless that hangs on chance", () => {
  const lines = readCases<Recorded>('timeline');
  const differing = lines.filter((line) => !agrees(line));
  assert.deepEqual(
    differing.filter((line) => !hangsOnChance(line)),
    [],
  );
  assert.ok(differing.length < 0.02 * lines.length, `${differing.length} of ${lines.length} differ`);
});
