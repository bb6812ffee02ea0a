/** What podlint says of Pods and Jobs over time, against what upstream's own code did in the same place. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  podActions,
  podStatus,
  simulateLife,
  syncJob,
  type LifeEvent,
  type Scenario,
  type StatusEvent,
} from 'podlint/kubelet';
import { readCases } from '../../conformance/cases.js';

interface Line<Answer> {
  readonly id: string;
  readonly expect: Answer;
}

interface LifeLine extends Line<readonly LifeEvent[]> {
  readonly spec: Parameters<typeof simulateLife>[0];
  readonly scenario: Scenario;
}

interface Conditions {
  readonly conditions: readonly { readonly type: string }[];
}

/** Keys in one order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([key, field]) => [key, canonical(field)]));
}

function text(value: unknown): string {
  return JSON.stringify(canonical(value));
}

function byType<Answer extends Conditions>(answer: Answer): Answer {
  return { ...answer, conditions: answer.conditions.toSorted((a, b) => (a.type < b.type ? -1 : 1)) };
}

/** Each process in its own order, the object among them; nothing is said across processes. */
function threads(events: readonly LifeEvent[]) {
  const processes = new Map<string, LifeEvent[]>();
  const others = events.filter((event) => !('status' in event));
  for (const event of others.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)))
    processes.set(nameOf(event), [...(processes.get(nameOf(event)) ?? []), event]);
  return { processes, statuses: events.filter((event) => 'status' in event) };
}

function nameOf(event: LifeEvent): string {
  return 'process' in event ? event.process : '';
}

function misses<Case extends Line<unknown>>(cases: readonly Case[], agrees: (line: Case) => boolean): string[] {
  return cases.filter((line) => !agrees(line)).map(({ id }) => id);
}

type StatusLine = Parameters<typeof podStatus>[0] & Line<Conditions>;
type ActionsLine = Parameters<typeof podActions>[0] & Line<unknown>;
type JobLine = Parameters<typeof syncJob>[0] & Line<Conditions>;

describe('upstream and podlint say the same', () => {
  test('of the phase and the conditions', () => {
    const lines = readCases<StatusLine>('life-phase');
    assert.equal(lines.length, 4000);
    assert.deepEqual(
      misses(lines, (line) => text(byType(podStatus(line))) === text(byType(line.expect))),
      [],
    );
  });

  test('of what is done next', () => {
    const lines = readCases<ActionsLine>('life-actions');
    assert.equal(lines.length, 3000);
    assert.deepEqual(
      misses(lines, (line) => text(podActions(line)) === text(line.expect)),
      [],
    );
  });

  test('of a sync of a Job', () => {
    const lines = readCases<JobLine>('life-jobs');
    assert.equal(lines.length, 2500);
    assert.deepEqual(
      misses(lines, (line) => text(byType(syncJob(line))) === text(byType(line.expect))),
      [],
    );
  });

  describe('of whole lives', () => {
    const lines = readCases<LifeLine>('life-life');
    const lives = lines.map((line) => ({ ...line, own: threads(simulateLife(line.spec, line.scenario)) }));

    test('in every event, to the hundredth of a second', () => {
      assert.equal(lines.length, 1200);
      const agrees = ({ own, expect }: (typeof lives)[number]) =>
        text([...own.processes]) === text([...threads(expect).processes]);
      assert.deepEqual(misses(lives, agrees), []);
    });

    test('in every change of the status', () => {
      const changes = (statuses: readonly StatusEvent[]) => text(statuses.map(({ status }) => status));
      assert.deepEqual(
        misses(lives, ({ own, expect }) => changes(own.statuses) === changes(threads(expect).statuses)),
        [],
      );
    });

    test('in when the status changes, but where microseconds order what comes together', () => {
      const differing = misses(lives, ({ own, expect }) => text(own.statuses) === text(threads(expect).statuses));
      assert.ok(differing.length / lives.length < 0.005, differing.join(', '));
    });
  });
});
