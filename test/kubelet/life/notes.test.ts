/**
 * Two sentences that people learn: as long as restartPolicy lets a container be restarted, the Pod stays Running; it is
 * Failed only when all its containers have ended and one of them failed. They hold for every Pod of regular containers
 * without policies of their own, and not beyond.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { podStatus, simulateLife, type ContainerRun, type LifeEvent } from 'podlint/kubelet';
import { readCases } from '../../conformance/cases.js';

type Behaviour = 'runs' | 'ends well' | 'fails';
type Policy = 'Always' | 'OnFailure' | 'Never';

const behaviours: readonly Behaviour[] = ['runs', 'ends well', 'fails'];
const policies: readonly Policy[] = ['Always', 'OnFailure', 'Never'];
const runOf: Readonly<Record<Behaviour, ContainerRun>> = {
  runs: {},
  'ends well': { exitAfter: 5 },
  fails: { exitAfter: 5, code: 1 },
};

/** Every list of one to three behaviours. */
function pods(): Behaviour[][] {
  const one = behaviours.map((behaviour) => [behaviour]);
  const longer = (shorter: Behaviour[][]) => shorter.flatMap((list) => behaviours.map((last) => [...list, last]));
  const two = longer(one);
  return [...one, ...two, ...longer(two)];
}

function phasesOf(events: readonly LifeEvent[]): string[] {
  return events.flatMap((event) =>
    'status' in event && typeof event.status['phase'] === 'string' ? event.status['phase'] : [],
  );
}

function phases(restartPolicy: Policy, list: readonly Behaviour[]): string[] {
  const names = list.map((_, place) => `c${place}`);
  const containers = names.map((name) => ({ name, image: `x/${name}:1` }));
  const scenarios = Object.fromEntries(list.map((behaviour, place) => [`c${place}`, { runs: [runOf[behaviour]] }]));
  return phasesOf(simulateLife({ containers, restartPolicy }, { containers: scenarios, horizon: 900 }));
}

function restarts(policy: Policy, behaviour: Behaviour): boolean {
  if (behaviour === 'runs' || policy === 'Never') return false;
  return policy === 'Always' || behaviour === 'fails';
}

describe('the two sentences hold', () => {
  for (const policy of policies)
    for (const list of pods())
      test(`${policy}: ${list.join(', ')}`, () => {
        const staysRunning = list.includes('runs') || list.some((behaviour) => restarts(policy, behaviour));
        const end = list.includes('fails') ? 'Failed' : 'Succeeded';
        assert.deepEqual(phases(policy, list), staysRunning ? ['Running'] : ['Running', end]);
      });
});

describe('and do not hold', () => {
  const fails = { runs: [{ exitAfter: 5, code: 1 }] };
  const regular = [{ name: 'a', image: 'x/a:1' }];

  test('for an init container that fails with Never: the Pod has failed before any other container ran', () => {
    const spec = { restartPolicy: 'Never', initContainers: [{ name: 'i', image: 'x/i:1' }], containers: regular };
    const events = simulateLife(spec, { containers: { i: fails }, horizon: 60 });
    assert.deepEqual(phasesOf(events), ['Pending', 'Failed']);
    assert.ok(!events.some((event) => 'process' in event && event.process === 'a'));
  });

  test('for an init container that is restarted: the Pod stays Pending, not Running', () => {
    const spec = { restartPolicy: 'Always', initContainers: [{ name: 'i', image: 'x/i:1' }], containers: regular };
    assert.deepEqual(phasesOf(simulateLife(spec, { containers: { i: fails }, horizon: 60 })), ['Pending']);
  });

  test('for a container with a policy of its own: the Pod may end whatever restartPolicy says', () => {
    const spec = { restartPolicy: 'Always', containers: [{ name: 'a', image: 'x/a:1', restartPolicy: 'Never' }] };
    assert.deepEqual(phasesOf(simulateLife(spec, { containers: { a: fails }, horizon: 60 })), ['Running', 'Failed']);
  });

  test('for activeDeadlineSeconds: the Pod is Failed while its containers still run', () => {
    const spec = { activeDeadlineSeconds: 30, containers: regular };
    const events = simulateLife(spec, { containers: { a: { runs: [{}] } }, horizon: 60 });
    assert.deepEqual(phasesOf(events), ['Running', 'Failed']);
    const failed = events.find((event) => 'status' in event && event.status['phase'] === 'Failed');
    const stopped = events.find((event) => 'event' in event && event.event === 'SIGTERM');
    assert.ok(failed && stopped && failed.t < stopped.t);
  });
});

type StatusLine = Parameters<typeof podStatus>[0] & {
  readonly id: string;
  readonly expect: { readonly phase: string };
};

/** How a container stands; undefined: it waits, or nobody knows. */
function standOf({ statuses }: StatusLine, name: string | undefined): 'runs' | { readonly code: number } | undefined {
  const { state } = statuses.containerStatuses?.find((status) => status.name === name) ?? {};
  if (state?.running) return 'runs';
  const { terminated } = state ?? {};
  return terminated && terminated.reason !== 'RestartingAllContainers' ? { code: terminated.exitCode ?? 0 } : undefined;
}

/** What the two sentences say of regular containers; undefined where one of them has not begun. */
function phaseBySentences(line: StatusLine): string | undefined {
  const { containers = [], restartPolicy = 'Always' } = line.spec;
  const stands = containers.map(({ name }) => standOf(line, name));
  if (stands.includes(undefined)) return undefined;
  const codes = stands.flatMap((stand) => (typeof stand === 'object' ? stand.code : []));
  const comesBack = (code: number) => restartPolicy === 'Always' || (restartPolicy === 'OnFailure' && code !== 0);
  if (codes.length < stands.length || codes.some(comesBack)) return 'Running';
  return codes.some((code) => code !== 0) ? 'Failed' : 'Succeeded';
}

describe('the recorded answers of the kubelet itself', () => {
  const lines = readCases<StatusLine>('life-phase').filter((line) => phaseBySentences(line) !== undefined);
  const hasInit = ({ spec }: StatusLine) => (spec.initContainers ?? []).length > 0;
  const hasPolicies = ({ spec }: StatusLine) => (spec.containers ?? []).some((one) => one.restartPolicy !== undefined);
  const isStopped = ({ podIsTerminal }: StatusLine) => podIsTerminal === true;
  const differs = (line: StatusLine) => line.expect.phase !== phaseBySentences(line);

  test('hold both sentences for every Pod of regular containers without policies of their own', () => {
    const plain = lines.filter((line) => !hasInit(line) && !hasPolicies(line) && !isStopped(line));
    assert.ok(plain.length > 100, `${plain.length}`);
    assert.deepEqual(
      plain.filter(differs).map(({ id }) => id),
      [],
    );
  });

  for (const [what, has] of [
    ['with init containers or sidecars', hasInit],
    ['with containers that have policies of their own', hasPolicies],
    ['whose containers were all stopped for good', isStopped],
  ] as const)
    test(`say where they do not hold: some Pods ${what}`, () => {
      assert.ok(lines.filter(has).some(differs));
    });
});
