import type { PodSpec } from '../restart-policy.js';
import { type Chance, recordedChance } from './beat.js';
import { second } from './clock.js';
import { Kubelet } from './kubelet.js';
import { livePodOf } from './pod.js';
import { type RangedEvent, withRanges } from './ranges.js';
import type { LifeEvent, Scenario } from './scenario.js';

/**
 * The life of a Pod under the kubelet of 1.36: its sync loop, Pod worker, relists, probes, back-off and deletion, over
 * containers that do what the scenario says. Nothing is left to chance: where the kubelet waits up to half as long
 * again at random, it does not; the API server and the runtime take no time. A real restart comes later, never earlier.
 */
export function simulateLife(spec: PodSpec, scenario: Scenario): LifeEvent[] {
  return lifeUnder(recordedChance, spec, scenario);
}

function lifeUnder(chance: Chance, spec: PodSpec, scenario: Scenario): LifeEvent[] {
  const kubelet = new Kubelet(livePodOf(spec), scenario, chance);
  kubelet.run();
  return kubelet.journal.events();
}

/** Where the beat of a kubelet may fall: a second of relists and of ticks, in its ends and in its middle. */
const phases = [0.02, 0.5, 0.98].map((place) => Math.round(place * second));
const stretches = [1, 1.5];

/**
 * The same life with the range of each moment, over kubelets whose relists and ticks fall otherwise, and which stretch
 * their waits not at all or as far as they may.
 */
export function lifeWithRanges(spec: PodSpec, scenario: Scenario): RangedEvent[] {
  const others = stretches.flatMap((stretch) =>
    phases.flatMap((relist) => phases.map((tick) => lifeUnder({ relist, tick, stretch }, spec, scenario))),
  );
  return withRanges(simulateLife(spec, scenario), others);
}
