/**
 * Two sentences that people learn: as long as restartPolicy lets a container be restarted, the Pod stays Running; it is
 * Failed only when all its containers have ended and one of them failed. They hold for every Pod of regular containers
 * without policies of their own, and not beyond.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { simulateLife, type ContainerRun, type LifeEvent } from 'podlint/kubelet';

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
