/** The life of a Job: its Pods under the Job controller and the kubelet. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { jobLifeWithRanges, jobOutcome, simulateJob, type JobLifeEvent, type JobSpec } from '@podlint/kubelet/life';

type Runs = NonNullable<Parameters<typeof simulateJob>[1]['containers'][string]>['runs'];

const horizon = 3600;

function jobOf(restartPolicy: string, fields: Omit<JobSpec, 'template'> = {}): JobSpec {
  return { ...fields, template: { spec: { restartPolicy, containers: [{ name: 'app', image: 'x/app:1' }] } } };
}

function live(job: JobSpec, runs: Runs, more = {}): readonly JobLifeEvent[] {
  const containers = { app: { runs, onTerm: { after: 1, code: 143 } } };
  return simulateJob(job, { containers, horizon, ...more });
}

function outcome(job: JobSpec, runs: Runs, more = {}) {
  return jobOutcome(live(job, runs, more), horizon);
}

function moments(events: readonly JobLifeEvent[], kind: 'created' | 'deleted'): number[] {
  return events.flatMap((event) => ('event' in event && event.event === kind ? Math.round(event.t) : []));
}

const fails = { exitAfter: 30, code: 1 };
const works = { exitAfter: 30, code: 0 };

describe('a Job', () => {
  test('is Complete once its Pod has succeeded', () => {
    const { end, succeeded, failed, pods } = outcome(jobOf('Never'), [works]);
    assert.deepEqual([end?.type, end?.reason, succeeded, failed, pods], ['Complete', 'CompletionsReached', 1, 0, 1]);
    assert.ok(end && end.at >= 30 && end.at < 33);
  });

  test('makes its next Pod 10, 20, 40, 80, 160 and 320 s after a failure, and fails past backoffLimit', () => {
    const events = live(jobOf('Never'), [fails]);
    // Each Pod works for 30 s; the times of an end are whole seconds.
    assert.deepEqual(moments(events, 'created'), [0, 40, 90, 160, 270, 460, 810]);
    const { end, failed } = jobOutcome(events, horizon);
    assert.deepEqual([end?.reason, failed], ['BackoffLimitExceeded', 7]);
  });

  test('is removed so many seconds after its end, which is counted in whole seconds', () => {
    const goneAt = (runs: Runs, ttlSecondsAfterFinished: number): number | undefined =>
      live(jobOf('Never', { backoffLimit: 0, ttlSecondsAfterFinished }), runs).find(
        (event) => 'job' in event && event.job['gone'] !== undefined,
      )?.t;
    const endOf = (runs: Runs): number => outcome(jobOf('Never', { backoffLimit: 0 }), runs).end?.at ?? NaN;
    for (const runs of [[works], [fails], [{ exitAfter: 30.7, code: 0 }]]) {
      assert.equal(goneAt(runs, 60), Math.floor(endOf(runs)) + 60);
      assert.equal(goneAt(runs, 0), endOf(runs));
    }
    assert.equal(goneAt([{}], 60), undefined);
    assert.equal(goneAt([works], 2 * horizon), undefined);
  });

  test('goes on with the runs of the scenario in its next Pod', () => {
    const { end, pods, failed } = outcome(jobOf('Never'), [fails, fails, works]);
    assert.deepEqual([end?.type, pods, failed], ['Complete', 3, 2]);
  });

  test('counts the restarts within a Pod with OnFailure, and deletes it at the limit', () => {
    const events = live(jobOf('OnFailure', { backoffLimit: 2 }), [fails]);
    const { end, pods } = jobOutcome(events, horizon);
    assert.deepEqual([end?.reason, pods, moments(events, 'deleted').length], ['BackoffLimitExceeded', 1, 1]);
  });

  test('is over at its deadline, when the Pods that still run are deleted', () => {
    const events = live(jobOf('Never', { activeDeadlineSeconds: 45, parallelism: 2 }), [{}]);
    assert.deepEqual(moments(events, 'deleted'), [45, 45]);
    const { end } = jobOutcome(events, horizon);
    assert.ok(end?.reason === 'DeadlineExceeded' && end.at >= 46 && end.at < 49);
  });

  test('never has more Pods at work than parallelism, and none beyond completions', () => {
    const events = live(jobOf('Never', { completions: 5, parallelism: 2 }), [works]);
    assert.deepEqual(moments(events, 'created'), [0, 0, 31, 31, 62]);
    assert.equal(jobOutcome(events, horizon).succeeded, 5);
  });

  test('that is suspended makes no Pod', () => {
    const { isSuspended, pods, end } = outcome(jobOf('Never', { suspend: true }), [works]);
    assert.deepEqual([isSuspended, pods, end], [true, 0, undefined]);
  });

  test('whose work never ends does not end', () => {
    assert.equal(outcome(jobOf('Never'), [{}]).end, undefined);
  });
});

describe('a policy of a Job', () => {
  const onCode = (action: string) => ({
    podFailurePolicy: { rules: [{ action, onExitCodes: { operator: 'In', values: [42] } }] },
  });
  const code42 = { exitAfter: 30, code: 42 };

  test('fails the Job at an exit code', () => {
    assert.equal(outcome(jobOf('Never', onCode('FailJob')), [code42]).end?.reason, 'PodFailurePolicy');
  });

  test('does not at another', () => {
    assert.equal(outcome(jobOf('Never', onCode('FailJob')), [fails, works]).end?.type, 'Complete');
  });

  test('asks every container for its code', () => {
    const job = jobOf('Never', onCode('FailJob'));
    const containers = [
      { name: 'app', image: 'x' },
      { name: 'b', image: 'x' },
    ];
    const two = { ...job, template: { spec: { restartPolicy: 'Never', containers } } };
    const scenario = { containers: { app: { runs: [works] }, b: { runs: [code42] } }, horizon };
    assert.equal(jobOutcome(simulateJob(two, scenario), horizon).end?.reason, 'PodFailurePolicy');
  });

  test('leaves a failure out', () => {
    const { end, failed } = outcome(jobOf('Never', { ...onCode('Ignore'), backoffLimit: 0 }), [code42, works]);
    assert.deepEqual([end?.type, failed], ['Complete', 0]);
  });

  test('leaves a drain out, which makes the Pod anew elsewhere', () => {
    const rules = [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }];
    const job = jobOf('Never', { backoffLimit: 0, podFailurePolicy: { rules } });
    assert.equal(outcome(job, [works], { deleteAt: 10, evicts: true }).end?.type, 'Complete');
    assert.equal(outcome(job, [works], { deleteAt: 10 }).end?.reason, 'BackoffLimitExceeded');
  });

  test('counts failures by index', () => {
    const fields = { completions: 3, completionMode: 'Indexed', backoffLimitPerIndex: 0 };
    const { end, failedIndexes, succeeded } = outcome(jobOf('Never', fields), [fails, works]);
    assert.deepEqual([end?.reason, failedIndexes, succeeded], ['FailedIndexes', '0', 2]);
  });

  test('ends at enough failed indexes', () => {
    const fields = { completions: 5, completionMode: 'Indexed', backoffLimitPerIndex: 0, maxFailedIndexes: 1 };
    const { end, pods } = outcome(jobOf('Never', fields), [fails]);
    assert.deepEqual([end?.reason, pods], ['MaxFailedIndexesExceeded', 2]);
  });

  test('of success ends the Job early', () => {
    const fields = { completions: 5, completionMode: 'Indexed', successPolicy: { rules: [{ succeededCount: 2 }] } };
    const { end, pods } = outcome(jobOf('Never', fields), [works]);
    assert.deepEqual([end?.type, end?.reason, pods], ['Complete', 'SuccessPolicy', 2]);
  });
});

test('a Pod that is deleted and ends with code 0 counts as success', () => {
  const containers = { app: { runs: [works], onTerm: { after: 1, code: 0 } } };
  const { end, cutShort } = jobOutcome(simulateJob(jobOf('Never'), { containers, deleteAt: 10, horizon }), horizon);
  assert.deepEqual([end?.type, cutShort], ['Complete', ['pod 1']]);
});

test('ranges hold every moment of the life that is told', () => {
  const scenario = { containers: { app: { runs: [fails] } }, horizon };
  const events = jobLifeWithRanges(jobOf('OnFailure'), scenario);
  assert.deepEqual(
    events.map(({ range: _, ...event }) => event),
    simulateJob(jobOf('OnFailure'), scenario),
  );
  for (const { t, range } of events) assert.ok(range.from <= t && t <= (range.to ?? Infinity));
});

test('a Job of a thousand Pods is told', () => {
  const { end, pods } = outcome(jobOf('Never', { completions: 1000, parallelism: 100 }), [works]);
  assert.deepEqual([end?.type, pods], ['Complete', 1000]);
});
