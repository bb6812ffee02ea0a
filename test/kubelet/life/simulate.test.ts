import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { simulateLife, type LifeEvent, type ProcessEvent, type Scenario } from 'podlint/kubelet';

type Spec = Parameters<typeof simulateLife>[0];

const app = { name: 'app', image: 'x/app:1' };

function processEvents(events: readonly LifeEvent[]): ProcessEvent[] {
  return events.filter((event) => 'process' in event);
}

function timesOf(spec: Spec, scenario: Scenario, kind: ProcessEvent['event'], process = 'app'): number[] {
  const events = processEvents(simulateLife(spec, scenario));
  return events.filter((event) => event.event === kind && event.process === process).map(({ t }) => Math.floor(t));
}

function life(spec: Spec, scenario: Omit<Scenario, 'horizon'>): LifeEvent[] {
  return simulateLife(spec, { ...scenario, horizon: 900 });
}

describe('restarts', () => {
  test('the first is immediate, then 10, 20, 40, 80, 160 and 300 s after the last exit', () => {
    const scenario = { containers: { app: { runs: [{ exitAfter: 1, code: 1 }] } }, horizon: 1100 };
    const [starts, exits] = [
      timesOf({ containers: [app] }, scenario, 'start'),
      timesOf({ containers: [app] }, scenario, 'exit'),
    ];
    const waits = starts.slice(1).map((start, place) => start - (exits[place] ?? NaN));
    assert.deepEqual(
      waits.map((wait) => Math.round(wait / 10) * 10),
      [0, 10, 20, 40, 80, 160, 300, 300],
    );
  });

  test('begin anew once the container has run for more than ten minutes', () => {
    const quick = { exitAfter: 1, code: 1 };
    const runs = [quick, quick, quick, { exitAfter: 700, code: 1 }, quick, {}];
    const scenario = { containers: { app: { runs } }, horizon: 1200 };
    const events = processEvents(simulateLife({ containers: [app] }, scenario));
    assert.deepEqual(
      events.flatMap(({ seconds }) => seconds ?? []),
      [10, 20, 10],
    );
  });

  test('do not come with Never', () => {
    const scenario = { containers: { app: { runs: [{ exitAfter: 1, code: 1 }] } }, horizon: 900 };
    assert.equal(timesOf({ restartPolicy: 'Never', containers: [app] }, scenario, 'start').length, 1);
  });
});

describe('the end', () => {
  const sidecar = { name: 'proxy', image: 'x/proxy:1', restartPolicy: 'Always' };
  const log = { name: 'log', image: 'x/log:1', restartPolicy: 'Always' };
  const quick = { runs: [{}], onTerm: { after: 1, code: 0 } };

  test('sidecars end after the regular containers, the last one first', () => {
    const spec = { initContainers: [sidecar, log], containers: [app] };
    const events = life(spec, { containers: { app: quick, proxy: quick, log: quick }, deleteAt: 60 });
    const stopped = processEvents(events).filter(({ event }) => event === 'SIGTERM');
    assert.deepEqual(
      stopped.map(({ process }) => process),
      ['app', 'log', 'proxy'],
    );
  });

  test('a container that ignores SIGTERM is killed after the grace period', () => {
    const events = life({ containers: [app], terminationGracePeriodSeconds: 7 }, { containers: {}, deleteAt: 60 });
    const [sigterm, sigkill] = ['SIGTERM', 'SIGKILL'].map((kind) =>
      events.find((event) => 'event' in event && event.event === kind),
    );
    assert.equal(Math.round((sigkill?.t ?? 0) - (sigterm?.t ?? 0)), 7);
  });

  test('preStop is cut by the grace period, and two seconds are left for SIGTERM', () => {
    const preStop = { exec: { command: ['drain'] } };
    const spec = { containers: [{ ...app, lifecycle: { preStop } }], terminationGracePeriodSeconds: 10 };
    const events = life(spec, { containers: { app: { runs: [{}], preStop: 60 } }, deleteAt: 60 });
    const sigterm = processEvents(events).find(({ event }) => event === 'SIGTERM');
    assert.deepEqual([Math.floor(sigterm?.t ?? 0), sigterm?.grace], [70, 2]);
  });

  test('the object is gone once nothing runs any more', () => {
    const events = life({ containers: [app] }, { containers: { app: quick }, deleteAt: 60 });
    const gone = events.find((event) => 'event' in event && event.event === 'gone');
    assert.ok(gone && gone.t >= 61 && gone.t < 63);
  });
});

describe('probes', () => {
  const probe = { exec: { command: ['probe'] }, periodSeconds: 1 };
  const untilIt = (answersAfter: number) => ({ containers: { app: { runs: [{ answersAfter }] } }, horizon: 900 });

  test('a probe that asks just before the container answers is not the last one to ask', () => {
    // The first tick begins 5 s after the start, and has its answer a millisecond later; the next one succeeds.
    const spec = { containers: [{ ...app, livenessProbe: { ...probe, initialDelaySeconds: 5, failureThreshold: 2 } }] };
    for (const answersAfter of [4.9, 5, 5.0005, 5.001, 5.002, 5.5])
      assert.deepEqual(timesOf(spec, untilIt(answersAfter), 'SIGTERM'), [], `${answersAfter}`);
  });

  test('a threshold is counted to its end, however long that takes', () => {
    const spec = { containers: [{ ...app, livenessProbe: { ...probe, failureThreshold: 500 } }] };
    assert.deepEqual(timesOf(spec, untilIt(498), 'SIGTERM'), []);
    assert.deepEqual(timesOf(spec, untilIt(Infinity), 'SIGTERM'), [500]);
  });
});

describe('a static Pod', () => {
  const quick = { runs: [{}], onTerm: { after: 1, code: 0 } };

  test('ends when its file is removed, within its own grace period, and its phase tells nothing of it', () => {
    const events = life({ containers: [app] }, { containers: { app: quick }, deleteAt: 60, isStatic: true });
    const [sigterm] = processEvents(events).filter(({ event }) => event === 'SIGTERM');
    assert.deepEqual([Math.floor(sigterm?.t ?? 0), sigterm?.grace], [60, 30]);
    const phases = events.flatMap((event) => ('status' in event ? (event.status['phase'] ?? []) : []));
    assert.deepEqual(phases, ['Running']);
    const gone = events.at(-1);
    assert.ok(gone && 'event' in gone && gone.event === 'gone' && gone.t >= 61 && gone.t < 64);
  });

  test('that has ended by itself goes with its file', () => {
    const spec = { restartPolicy: 'Never', containers: [app] };
    const events = life(spec, { containers: { app: { runs: [{ exitAfter: 5 }] } }, deleteAt: 60, isStatic: true });
    const gone = events.find((event) => 'event' in event && event.event === 'gone');
    assert.ok(gone && gone.t >= 60 && gone.t < 63);
  });
});

describe('a probed container that has ended for good', () => {
  // The sync makes its probe worker, which finds the end and asks for a sync: so one follows each relist, at every .5.
  const probe = { exec: { command: ['x'] } };
  const spec = { restartPolicy: 'Never', containers: [{ ...app, livenessProbe: probe }, { name: 'b' }, { name: 'c' }] };
  const containers = {
    app: { runs: [{ exitAfter: 30 }] },
    b: { runs: [{ exitAfter: 100.2 }] },
    c: { runs: [{}], onTerm: { after: 1, code: 0 } },
  };

  test('leaves the kubelet what it does for the others', () => {
    const events = life(spec, { containers });
    const seen = events.find(({ t, ...event }) => t > 100 && 'status' in event && event.status['container b']);
    assert.equal(seen?.t, 100.5);
  });

  test('keeps the kubelet busy: a deletion waits for the sync that is under way, and for the next relist', () => {
    const sigterm = (deleteAt: number): number | undefined =>
      processEvents(life(spec, { containers, deleteAt })).find(({ event }) => event === 'SIGTERM')?.t;
    assert.deepEqual([300, 300.5, 300.75].map(sigterm), [301.5, 301.5, 302.5]);
  });

  // UpdatePodStatus (pkg/kubelet/prober/prober_manager.go) has a container that is not ready probed at once.
  for (const periodSeconds of [1, 10, 60])
    test(`has another one that is not ready probed at each sync, whatever its period (${periodSeconds} s)`, () => {
      const waiting = { name: 'b', readinessProbe: { ...probe, periodSeconds } };
      const runs = (run: object) => ({ app: { runs: [{ exitAfter: 30 }] }, b: { runs: [run] } });
      const changesOf = (run: object): number[] =>
        life({ ...spec, containers: [spec.containers[0] ?? app, waiting] }, { containers: runs(run) }).flatMap(
          ({ t, ...event }) => (t > 60 && 'status' in event && event.status['container b'] ? [t] : []),
        );
      // The ticks count from that probe; three failures in a row make it unready.
      const unready = 400.5 + (Math.ceil(200 / periodSeconds) + 2) * periodSeconds;
      assert.deepEqual(changesOf({ answersAfter: 400.2, answersUntil: 600.2 }), [400.5, unready]);
      assert.deepEqual(changesOf({ answersAfter: Infinity, exitAfter: 700.2 }), [700.5]);
    });
});

test('a container that the scenario does not name runs for ever', () => {
  const events = life({ containers: [app] }, { containers: {} });
  assert.deepEqual(
    processEvents(events).map(({ event }) => event),
    ['start'],
  );
});

test('the same Pod and scenario give the same life', () => {
  const probe = { exec: { command: ['x'] } };
  const spec = { containers: [{ ...app, startupProbe: probe, readinessProbe: probe, livenessProbe: probe }] };
  const scenario = { containers: { app: { runs: [{ answersAfter: 25, answersUntil: 90 }], pull: 3.3 } }, horizon: 900 };
  assert.deepEqual(simulateLife(spec, scenario), simulateLife(spec, scenario));
});
