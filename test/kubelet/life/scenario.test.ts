/** What one writes behind `--life`, and what docs/life-for-teachers.md says that becomes of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lifeOutcome, offeredScenarios, readScenario, simulateLife, type LifeOutcome } from '@podlint/kubelet/life';

type Spec = Parameters<typeof simulateLife>[0];

const app = { name: 'app', image: 'x/app:1' };
const probe = { exec: { command: ['probe'] } };
const sidecar = { name: 'proxy', image: 'x/proxy:1', restartPolicy: 'Always' };

const init = { initContainers: [{ name: 'init', image: 'x/init:1' }], containers: [app] };

function scenarioOf(text: string, spec: Spec, startupTimes = {}) {
  const { scenario, problem } = readScenario(text, spec, startupTimes);
  assert.ok(scenario, problem?.id);
  return scenario;
}

function outcomeOf(spec: Spec, text: string): LifeOutcome {
  const scenario = scenarioOf(text, spec);
  return lifeOutcome(simulateLife(spec, scenario), scenario);
}

describe('a scenario', () => {
  const spec: Spec = { containers: [app, { name: 'db', image: 'x/db:1' }] };
  const run = (text: string) => scenarioOf(text, spec).containers['app'];

  test('says how a container ends, and how often', () => {
    const end = { exitAfter: 30, code: 1 };
    assert.deepEqual(run('app: exits 1 after 30s')?.runs, [end]);
    assert.deepEqual(run('app: exits 1 after 30s once')?.runs, [end, {}]);
    assert.deepEqual(run('app: exits 1 after 30s 2 times')?.runs, [end, end, {}]);
    assert.deepEqual(run('app: ends after 1m30s')?.runs, [{ exitAfter: 90, code: 0 }]);
    assert.deepEqual(run('app: out of memory after 5s')?.runs, [{ exitAfter: 5, code: 137, oom: true }]);
  });

  test('says several things of a container, and of others', () => {
    const { containers, deleteAt, deleteGrace } = scenarioOf(
      'app: ready after 20s, ignores SIGTERM; db: pull fails 3 times\ndeleted at 5m with grace 10s # the drain',
      spec,
    );
    assert.deepEqual(containers['app'], { runs: [{ answersAfter: 20 }] });
    assert.equal(containers['db']?.pullFails, 3);
    assert.deepEqual([deleteAt, deleteGrace], [300, 10]);
  });

  test('uses the startup time that the manifest tells, if it says nothing else', () => {
    const times = { app: 25 };
    assert.deepEqual(scenarioOf('', spec, times).containers['app']?.runs, [{ answersAfter: 25 }]);
    assert.deepEqual(scenarioOf('app: ready after 5s', spec, times).containers['app']?.runs, [{ answersAfter: 5 }]);
  });

  test('names what it does not know', () => {
    assert.equal(readScenario('app: dances', spec).problem?.id, 'life-scenario/clause');
    assert.equal(readScenario('deleted', spec).problem?.id, 'life-scenario/clause');
    assert.equal(readScenario('web: runs', spec).problem?.data['name'], 'web');
  });

  test('does after its exits what it would do otherwise', () => {
    const job: Spec = { restartPolicy: 'OnFailure', ...init };
    const runs = (text: string, name: string) => scenarioOf(text, job).containers[name]?.runs;
    assert.deepEqual(runs('app: exits 1 after 30s once', 'app'), [{ exitAfter: 30, code: 1 }, { exitAfter: 60 }]);
    assert.deepEqual(runs('init: exits 1 after 2s once', 'init'), [{ exitAfter: 2, code: 1 }, { exitAfter: 5 }]);
  });

  test('refuses what it cannot mean, and says why', () => {
    const problemOf = (text: string) => readScenario(text, spec).problem?.id;
    const clause = 'life-scenario/clause';
    assert.equal(problemOf('appp: runs'), 'life-scenario/container');
    assert.equal(problemOf('App: runs'), 'life-scenario/container');
    assert.equal(problemOf('app: dances'), clause);
    assert.equal(problemOf('app: pull fails 0 times'), clause);
    assert.equal(problemOf('app: exits 1 after -5s'), 'life-scenario/time');
    assert.equal(problemOf('app: exits 1 after 2.5m30'), 'life-scenario/time');
    assert.equal(problemOf('deleted at noon'), 'life-scenario/time');
    assert.equal(problemOf('app: exits 999 after 5s'), 'life-scenario/code');
    assert.equal(problemOf('app: stops in 5s with 256'), 'life-scenario/code');
    assert.equal(problemOf('app exits 1 after 30s'), 'life-scenario/colon');
    assert.equal(problemOf('app: runs, db: never ready'), 'life-scenario/comma');
    assert.equal(problemOf('app: runs, nobody: runs'), 'life-scenario/comma');
    assert.equal(problemOf('app: runs, deleted at 5s'), 'life-scenario/comma');
    assert.equal(problemOf('deleted at 5s; drained at 10s'), 'life-scenario/deletions');
    assert.equal(problemOf('until 0s'), 'life-scenario/horizon');
    assert.equal(problemOf('deleted at 1000h'), 'life-scenario/horizon');
    assert.equal(problemOf('app: exits 1 after 5s 999999 times'), undefined);
  });

  test('answers what is not meant so with an example of what may be', () => {
    const exampleFor = (text: string): unknown => readScenario(text, spec).problem?.data['example'];
    for (const [text, example] of [
      ['app: crashes', 'app: exits 1 after 30s'],
      ['app: exit 1 after 30s', 'app: exits 1 after 30s'],
      ['app: completes', 'app: ends after 30s'],
      ['app: OOMKilled', 'app: out of memory after 30s'],
      ['app: not ready', 'app: never ready'],
      ['app: image cannot be pulled', 'app: pull fails 3 times'],
      ['app exits 1 after 30s', 'app: exits 1 after 30s'],
      ['delete', 'deleted at 300s'],
      ['node drained', 'drained at 300s'],
    ] as const) {
      assert.equal(exampleFor(text), example, text);
      assert.ok(readScenario(example, spec).scenario, example);
    }
  });

  test('says what changes nothing', () => {
    const gated: Spec = {
      readinessGates: [{ conditionType: 'x/y' }],
      initContainers: [{ name: 'init' }],
      containers: [
        { ...app, readinessProbe: probe, lifecycle: { preStop: { exec: {} }, postStart: { sleep: {} } } },
        { name: 'bare' },
      ],
    };
    const remarksOn = (text: string) => readScenario(text, gated).remarks?.map(({ id }) => id);
    for (const text of [
      'app: ready after 5s, preStop takes 5s',
      'gate x/y True at 5s',
      'bare: runs',
      'app: never ready',
    ])
      assert.deepEqual(remarksOn(text), [], text);
    assert.deepEqual(remarksOn('bare: ready after 5s, preStop takes 5s, postStart fails'), [
      'life-scenario/no-probe',
      'life-scenario/no-hook',
      'life-scenario/no-hook',
    ]);
    assert.deepEqual(remarksOn('init: never ready'), ['life-scenario/no-probe']);
    assert.deepEqual(remarksOn('app: postStart takes 5s'), ['life-scenario/no-hook']);
    assert.deepEqual(remarksOn('gate other True at 5s'), ['life-scenario/no-gate']);
  });

  test('takes nothing at all, and durations as people write them', () => {
    for (const text of ['', ';', '# all goes well', 'app : runs', 'app: exits 1 after 2m30s', 'app: ends after 30;'])
      assert.ok(readScenario(text, spec).scenario, text);
  });

  test('of probes and gates are called by what happens', () => {
    const probe = { exec: { command: ['x'] } };
    const textsOf = (spec: Parameters<typeof offeredScenarios>[0]) =>
      new Map(offeredScenarios(spec).map(({ title, text }) => [title, text]));
    const alive = textsOf({
      readinessGates: [{ conditionType: 'example.com/lb' }],
      containers: [{ name: 'app', livenessProbe: probe }],
    });
    assert.equal(alive.get('the liveness probe of app always fails'), 'app: never ready');
    assert.equal(alive.get('the readiness gate example.com/lb never opens'), 'gate example.com/lb False at 0s');
    const ready = textsOf({ containers: [{ name: 'app', livenessProbe: probe, readinessProbe: probe }] });
    assert.equal(ready.get('app never gets ready'), 'app: never ready');
    assert.ok(![...textsOf({ containers: [{ name: 'app' }] }).keys()].some((title) => /ready|probe/.test(title)));
  });

  test('is offered in words that can be read', () => {
    const pod: Spec = {
      initContainers: [{ name: 'init', image: 'x' }],
      containers: [{ ...app, livenessProbe: probe }],
    };
    const offered = offeredScenarios(pod);
    assert.equal(offered.length, 8);
    const ofStatic = offeredScenarios(pod, { isStatic: true });
    for (const { text } of [...offered, ...ofStatic]) {
      const { scenario, remarks } = readScenario(text, pod);
      assert.ok(scenario, text);
      assert.deepEqual(remarks, [], text);
      assert.equal(
        scenario.isStatic ?? false,
        scenario.deleteAt !== undefined && ofStatic.some((one) => one.text === text),
      );
    }
  });
});

interface Lesson {
  readonly spec: Spec;
  readonly scenario: string;
  readonly phase: string;
  readonly reason?: string;
}

const two = [app, { name: 'b', image: 'x/b:1' }];

const lessons: readonly Lesson[] = [
  { spec: { containers: [app] }, scenario: 'app: exits 1 after 30s', phase: 'Running' },
  { spec: { containers: [app] }, scenario: 'app: ends after 30s', phase: 'Running' },
  { spec: { restartPolicy: 'OnFailure', containers: [app] }, scenario: 'app: exits 1 after 30s', phase: 'Running' },
  { spec: { restartPolicy: 'OnFailure', containers: [app] }, scenario: 'app: ends after 30s', phase: 'Succeeded' },
  {
    spec: { restartPolicy: 'OnFailure', containers: [app] },
    scenario: 'app: out of memory after 30s',
    phase: 'Running',
  },
  { spec: { restartPolicy: 'Never', containers: [app] }, scenario: 'app: ends after 30s', phase: 'Succeeded' },
  { spec: { restartPolicy: 'Never', containers: [app] }, scenario: 'app: exits 1 after 30s', phase: 'Failed' },
  { spec: { restartPolicy: 'Never', containers: two }, scenario: 'app: exits 1 after 30s; b: runs', phase: 'Running' },
  {
    spec: { restartPolicy: 'Never', containers: two },
    scenario: 'app: exits 1 after 30s; b: ends after 60s',
    phase: 'Failed',
  },
  { spec: { restartPolicy: 'Never', ...init }, scenario: 'init: exits 1 after 5s', phase: 'Failed' },
  { spec: init, scenario: 'init: exits 1 after 5s', phase: 'Pending' },
  { spec: { containers: [{ ...app, restartPolicy: 'Never' }] }, scenario: 'app: exits 1 after 30s', phase: 'Failed' },
  {
    spec: { activeDeadlineSeconds: 60, containers: [app] },
    scenario: 'app: runs',
    phase: 'Failed',
    reason: 'DeadlineExceeded',
  },
  {
    spec: { restartPolicy: 'Never', initContainers: [sidecar], containers: [app] },
    scenario: 'app: ends after 30s',
    phase: 'Succeeded',
  },
  {
    spec: { restartPolicy: 'Never', containers: [{ ...app, livenessProbe: probe }] },
    scenario: 'app: never ready, stops in 1s with 143',
    phase: 'Failed',
  },
];

describe('what teachers are told', () => {
  for (const { spec, scenario, phase, reason } of lessons)
    test(`${spec.restartPolicy ?? 'Always'}: ${scenario} is ${phase} in the end`, () => {
      const outcome = outcomeOf(spec, scenario);
      assert.deepEqual([outcome.phase, outcome.reason], [phase, reason]);
    });

  test('a readiness probe that never succeeds: no traffic and no restart', () => {
    const outcome = outcomeOf({ containers: [{ ...app, readinessProbe: probe }] }, 'app: never ready');
    assert.deepEqual([outcome.phase, outcome.readyAt, outcome.restarts.length], ['Running', undefined, 0]);
  });

  test('a liveness probe that never succeeds: restarts', () => {
    const outcome = outcomeOf({ containers: [{ ...app, livenessProbe: probe }] }, 'app: never ready');
    assert.ok((outcome.restarts[0]?.restarts ?? 0) > 3);
  });

  test('a container that ignores SIGTERM is killed, and the Pod is Failed', () => {
    const outcome = outcomeOf({ containers: [app] }, 'app: ignores SIGTERM; deleted at 60s');
    assert.deepEqual([outcome.killed, outcome.phase], [['app'], 'Failed']);
  });
});
