import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TimeWindow, afterKill, containerTimeline } from '@podlint/kubelet';
import { type Decoded, type core } from '@podlint/model';
import fc from 'fast-check';

const killed: TimeWindow = { earliest: 20, latest: 30 };
const liveness: Decoded<core.Container> = { name: 'app', livenessProbe: {} };

function terminated(container: Decoded<core.Container>, pod: Decoded<core.PodSpec>): TimeWindow {
  return afterKill('livenessProbe', killed, { ...liveness, ...container }, pod).terminatedBy;
}

test("the grace period is the Pod's, 30 s by default, or the probe's own", () => {
  const seconds = (container: Decoded<core.Container>, pod: Decoded<core.PodSpec>): unknown =>
    afterKill('livenessProbe', killed, container, pod).gracePeriod;
  assert.deepEqual(seconds(liveness, {}), { seconds: 30, source: 'pod' });
  assert.deepEqual(seconds(liveness, { terminationGracePeriodSeconds: 5 }), { seconds: 5, source: 'pod' });
  assert.deepEqual(
    seconds({ livenessProbe: { terminationGracePeriodSeconds: 7 } }, { terminationGracePeriodSeconds: 5 }),
    { seconds: 7, source: 'livenessProbe' },
  );
  assert.deepEqual(seconds({ startupProbe: { terminationGracePeriodSeconds: 7 } }, {}), { seconds: 30, source: 'pod' });
});

test('a container is gone at once, or at the end of its grace period of two seconds at least', () => {
  assert.deepEqual(terminated({}, {}), { earliest: 20, latest: 60 });
  assert.deepEqual(terminated({}, { terminationGracePeriodSeconds: 0 }), { earliest: 20, latest: 32 });
});

test('a preStop hook takes its time out of the grace period', () => {
  const exec = { lifecycle: { preStop: { exec: { command: ['drain'] } } } };
  const sleep = (seconds: number): Decoded<core.Container> => ({ lifecycle: { preStop: { sleep: { seconds } } } });
  assert.deepEqual(terminated(exec, {}), { earliest: 20, latest: 62 });
  assert.deepEqual(terminated(exec, { terminationGracePeriodSeconds: 0 }), { earliest: 20, latest: 32 });
  assert.deepEqual(terminated(sleep(10), {}), { earliest: 30, latest: 60 });
  assert.deepEqual(terminated(sleep(29), {}), { earliest: 49, latest: 61 });
  assert.deepEqual(terminated(sleep(100), {}), { earliest: 50, latest: 62 });
});

test('without restarts there is no back-off', () => {
  const restarts = (container: Decoded<core.Container>, pod: Decoded<core.PodSpec>): number =>
    afterKill('livenessProbe', killed, container, pod).restartsAfter.length;
  assert.equal(restarts(liveness, { restartPolicy: 'Never' }), 0);
  assert.ok(restarts({ ...liveness, restartPolicy: 'Always' }, { restartPolicy: 'Never' }) > 0);
  assert.ok(restarts(liveness, { restartPolicy: 'OnFailure' }) > 0);
});

/** The kubelet's own bookkeeping (doBackOff with the Backoff of client-go), for one life after the other; seconds. */
function backOffs(lives: readonly number[]): number[] {
  const waits: number[] = [];
  let now = 0;
  let entry: { backOff: number; updated: number } | undefined;
  let finishedBefore: number | undefined;
  const isExpired = (since: number): boolean => entry !== undefined && since - entry.updated > 600;
  const inBackOff = (since: number): boolean => entry !== undefined && !isExpired(since) && now - since < entry.backOff;
  const next = (since: number): void => {
    entry = { backOff: !entry || isExpired(since) ? 10 : Math.min(entry.backOff * 2, 300), updated: now };
  };
  for (const life of lives) {
    now += life;
    const finished = now;
    if (finishedBefore !== undefined && inBackOff(finishedBefore)) {
      while (inBackOff(finished)) now = finished + entry!.backOff;
      next(finished);
    } else if (finishedBefore !== undefined) {
      next(finishedBefore);
    }
    finishedBefore = finished;
    waits.push(now - finished);
  }
  return waits;
}

test("every wait is within what the kubelet's back-off makes of such lives", () => {
  const window = fc
    .tuple(fc.integer({ min: 1, max: 700 }), fc.nat(120))
    .map(([earliest, length]) => ({ earliest, latest: earliest + length }));
  const cases = window.chain(({ earliest, latest }) =>
    fc.record({
      window: fc.constant({ earliest, latest }),
      lives: fc.array(fc.integer({ min: earliest, max: latest }), { minLength: 8, maxLength: 8 }),
    }),
  );
  fc.assert(
    fc.property(cases, ({ window: life, lives }) => {
      const told = afterKill('livenessProbe', { earliest: life.earliest, latest: life.latest - 2 }, liveness, {
        terminationGracePeriodSeconds: 0,
      }).restartsAfter;
      backOffs(lives).forEach((wait, index) => {
        const { earliest, latest } = told[index]!;
        assert.ok(
          wait >= earliest && wait <= latest,
          `restart ${index + 1} after ${wait} s, not in ${earliest}-${latest} s`,
        );
      });
    }),
    { numRuns: 300 },
  );
});

test('a container that is always killed at once gets the full back-off', () => {
  const { restartsAfter } = afterKill('livenessProbe', { earliest: 1, latest: 2 }, liveness, {
    terminationGracePeriodSeconds: 0,
  });
  assert.deepEqual(
    restartsAfter.map(({ latest }) => latest),
    [0, 0, 10, 20, 40, 80, 160, 300],
  );
});

test('a timeline brings the numbers, both courses and the verdict together', () => {
  const container: Decoded<core.Container> = {
    name: 'app',
    livenessProbe: { httpGet: { path: '/healthz', port: 8080 }, timeoutSeconds: 15, terminationGracePeriodSeconds: 10 },
    readinessProbe: { exec: { command: ['cat', '/tmp/ready'] }, periodSeconds: 5 },
  };
  const timeline = containerTimeline({
    container,
    role: 'regular',
    pod: {},
    startupTime: { seconds: 25, source: 'config', detail: 'here' },
  });
  assert.equal(timeline.verdict, 'luck');
  assert.deepEqual(timeline.probes, [
    {
      kind: 'readinessProbe',
      action: 'exec cat /tmp/ready',
      initialDelay: 0,
      period: 5,
      timeout: 1,
      successThreshold: 1,
      failureThreshold: 3,
    },
    {
      kind: 'livenessProbe',
      action: 'httpGet :8080/healthz',
      initialDelay: 0,
      period: 10,
      timeout: 15,
      successThreshold: 1,
      failureThreshold: 3,
    },
  ]);
  assert.deepEqual(timeline.failingAtOnce.killed, { earliest: 20, latest: 25, always: false });
  assert.deepEqual(timeline.failingAtOnce.afterKill?.terminatedBy, { earliest: 20, latest: 35 });
  assert.deepEqual(timeline.hanging.budget?.killed, { earliest: 45, latest: 55 });
  assert.equal(timeline.hanging.verdict, 'safe');
});
