import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type DurationProblem,
  type StartupTimeSources,
  matchesImage,
  parseDuration,
  startupTimeOf,
  startupTimeProblems,
} from '@podlint/kubelet';
import fc from 'fast-check';

const everything: StartupTimeSources = {
  directives: { 'startup-time': '10s' },
  annotations: { 'podlint.io/startup-time.app': '20s', 'podlint.io/startup-time.other': '1s' },
  config: { 'other:*': 1, 'registry.example/*': '30s', '*': '99s' },
  container: { name: 'app', image: 'registry.example/team/app:1', command: ['sh', '-c', 'sleep 40 && exec app'] },
};

test('the comment on the container comes first, then annotation, configuration and command', () => {
  const { directives: _directives, ...annotated } = everything;
  const { annotations: _annotations, ...configured } = annotated;
  const { config: _config, ...plain } = configured;
  assert.deepEqual(startupTimeOf(everything), {
    seconds: 10,
    source: 'directive',
    detail: '# podlint: startup-time=10s',
  });
  assert.deepEqual(startupTimeOf(annotated), {
    seconds: 20,
    source: 'annotation',
    detail: 'podlint.io/startup-time.app: 20s',
  });
  assert.deepEqual(startupTimeOf(configured), {
    seconds: 30,
    source: 'config',
    detail: 'startupTime of "registry.example/*": 30s',
  });
  assert.deepEqual(startupTimeOf(plain), { seconds: 40, source: 'command', detail: 'sleep 40' });
  assert.equal(startupTimeOf({ container: { name: 'app', image: 'app' } }), undefined);
});

test('what is no duration is passed over, and reported', () => {
  const wrong = { ...everything, directives: { 'startup-time': 'soon' } };
  assert.equal(startupTimeOf(wrong)?.source, 'annotation');
  const [problem, ...others] = startupTimeProblems(wrong);
  assert.deepEqual(others, []);
  assert.equal(problem?.source, 'directive');
  assert.equal(problem.message.id, 'startup-time/no-duration');
  assert.deepEqual(problem.message.data, { value: 'soon' });
});

test('durations are read as people write them', () => {
  const durations: Readonly<Record<string, number>> = {
    '90s': 90,
    '1m30s': 90,
    '2m': 120,
    '90': 90,
    '1.5h': 5400,
    '500ms': 0.5,
    '0': 0,
    '1h2m3s4ms': 3723.004,
    '0.1s0.2s': 0.3,
  };
  for (const [text, seconds] of Object.entries(durations)) assert.deepEqual(parseDuration(text), { seconds }, text);
});

test('what is no duration is explained', () => {
  const problems: Readonly<Record<DurationProblem, readonly string[]>> = {
    empty: ['', ' '],
    negative: ['-5s'],
    blanks: ['90 s'],
    'no-duration': ['1d', 's', '1m30', '90S', '1e3', 'infinity', '1..5s'],
  };
  for (const [problem, texts] of Object.entries(problems))
    for (const text of texts) assert.deepEqual(parseDuration(text), { problem }, text);
});

test('any text is a duration or a problem', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.hms -]{0,12}$/)), (text) => {
      const { seconds, problem } = parseDuration(text);
      assert.ok(seconds === undefined ? typeof problem === 'string' : Number.isFinite(seconds) && seconds >= 0, text);
    }),
  );
});

test('images are matched as written, without tag and digest, and in full', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  for (const [pattern, image] of [
    ['nginx', 'nginx:1.27'],
    ['nginx:1.*', 'nginx:1.27'],
    ['docker.io/library/nginx', 'nginx'],
    ['docker.io/library/nginx:latest', 'nginx'],
    ['localhost:5000/app', `localhost:5000/app@${digest}`],
    ['registry.example/java/**', 'registry.example/java/team/app:2'],
    ['*/app:?', 'registry.example/java/team/app:2'],
    ['*', 'not an image!'],
  ] as const)
    assert.ok(matchesImage(pattern, image), `${pattern} ${image}`);
  for (const [pattern, image] of [
    ['nginx', 'nginx-extra'],
    ['java/*', 'registry.example/java/app'],
    ['nginx:1.?', 'nginx:1.27'],
    ['', 'nginx'],
  ] as const)
    assert.ok(!matchesImage(pattern, image), `${pattern} ${image}`);
});

test("a script's sleep before the program is its startup time", () => {
  const scripts: Readonly<Record<string, number | undefined>> = {
    'sleep 30 && exec java -jar app.jar': 30,
    'sleep 30; app': 30,
    'set -e\n# wait for the database\necho "starting; soon" && sleep 1.5m\nexport A=1\nsleep 10\nexec app': 100,
    'sleep 1h 30m && app': 5400,
    "echo 'it''s && on' ; sleep 5 ; app": 5,
    'DELAY=5; sleep $DELAY; app': undefined,
    'sleep 3600': undefined,
    'echo hello; sleep infinity': undefined,
    'sleep infinity && app': undefined,
    'FOO=1 app; sleep 30; app': undefined,
    'sleep 30; FOO=1 app': 30,
    'log() { sleep 9; echo; }; { sleep 30; }; app': 30,
    '{ sleep 30; } & app': undefined,
    'if true; then sleep 30; fi; app': undefined,
    'app & sleep 30; wait': undefined,
    'sleep 30 & app': undefined,
    'sleep 5 || app': undefined,
    'while ! nc -z db 5432; do sleep 1; done; app': undefined,
    'echo sleep 30 && app': undefined,
    app: undefined,
    '': undefined,
  };
  for (const [script, seconds] of Object.entries(scripts))
    assert.equal(startupTimeOf({ container: { command: ['/bin/sh', '-c', script] } })?.seconds, seconds, script);
});

test('a shell is found behind launchers and options', () => {
  const script = 'sleep 30 && app';
  const containers = [
    { command: ['sh', '-c'], args: [script] },
    { args: ['bash', '-c', script] },
    { command: ['/usr/bin/env', 'bash', '-euo', 'pipefail', '-c', script] },
    { command: ['/sbin/tini', '--', '/bin/sh', '-ec', script, 'name'] },
  ];
  for (const container of containers)
    assert.equal(startupTimeOf({ container })?.seconds, 30, JSON.stringify(container));
  for (const command of [['sh', script], ['sleep', '30'], ['python', '-c', script], ['sh', '-c'], []])
    assert.equal(startupTimeOf({ container: { command } }), undefined, JSON.stringify(command));
});

test('no script makes trouble', () => {
  const script = fc.stringMatching(/^[sleep 0-9&|;"'`$()\\#\n]{0,60}$/);
  fc.assert(
    fc.property(script, (text) => void startupTimeOf({ container: { command: ['sh', '-c', `sleep ${text}`] } })),
  );
  const started = performance.now();
  for (const piece of ['$(', '"', "'", '`', '\\', '"\\', 'a"', '$("'])
    startupTimeOf({ container: { command: ['sh', '-c', `sleep 1; ${piece.repeat(20_000)}`] } });
  assert.ok(performance.now() - started < 2000, 'takes too long');
});
