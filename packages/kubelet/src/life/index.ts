import type { PodSpec } from '../restart-policy.js';
import { type Chance, otherChances, recordedChance } from './beat.js';
import type { Journal } from './journal.js';
import { Kubelet } from './kubelet.js';
import { livePodOf } from './pod.js';
import { type RangedEvent, withRanges } from './ranges.js';
import type { LifeEvent, ProbeEvent, Scenario } from './scenario.js';

/**
 * The life of a Pod under the kubelet of 1.36: its sync loop, Pod worker, relists, probes, back-off and deletion, over
 * containers that do what the scenario says. Nothing is left to chance: where the kubelet waits up to half as long
 * again at random, it does not; the API server and the runtime take no time. A real restart comes later, never earlier.
 */
export function simulateLife(spec: PodSpec, scenario: Scenario): LifeEvent[] {
  return lifeUnder(recordedChance, spec, scenario);
}

export function lifeUnder(chance: Chance, spec: PodSpec, scenario: Scenario): LifeEvent[] {
  return journalUnder(chance, spec, scenario).events();
}

function journalUnder(chance: Chance, spec: PodSpec, scenario: Scenario): Journal {
  const kubelet = new Kubelet(livePodOf(spec, scenario), scenario, chance);
  kubelet.run();
  return kubelet.journal;
}

/** The same life with the range of each moment, over kubelets that chance makes look and wait otherwise. */
export function lifeWithRanges(spec: PodSpec, scenario: Scenario): RangedEvent[] {
  return lifeWithProbes(spec, scenario).events;
}

/** The same, beside it when the results of probes change. */
export function lifeWithProbes(
  spec: PodSpec,
  scenario: Scenario,
): { readonly events: RangedEvent[]; readonly probes: readonly ProbeEvent[] } {
  const others = otherChances.map((chance) => lifeUnder(chance, spec, scenario));
  const journal = journalUnder(recordedChance, spec, scenario);
  return { events: withRanges(journal.events(), others), probes: journal.probes() };
}
