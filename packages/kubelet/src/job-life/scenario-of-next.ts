import { own } from '@podlint/plain';
import type { ContainerScenario, Scenario } from '../life/scenario.js';
import type { PodSpec } from '../restart-policy.js';
import type { LivingPodOfJob } from './living-pod.js';

/** What the scenario says of a Job, and how far it has come. */
interface SoFar {
  readonly scenario: Scenario;
  readonly pods: readonly LivingPodOfJob[];
  readonly now: number;
}

/**
 * What the next Pod of a Job lives through. The n-th run of a container, whichever of the Job's Pods it is in, is the
 * n-th of the scenario.
 */
export function scenarioOfNext(spec: PodSpec, soFar: SoFar): Scenario {
  const { scenario, now } = soFar;
  const { containers, gates = [] } = scenario;
  const names = [...(spec.initContainers ?? []), ...(spec.containers ?? [])].map(({ name = '' }) => name);
  const ofNext = names.map((name) => [name, onwards(name, own(containers, name) ?? { runs: [{}] }, soFar)] as const);
  return {
    containers: Object.fromEntries(ofNext),
    gates: gates.map((gate) => ({ ...gate, at: Math.max(0, gate.at - now) })),
    horizon: scenario.horizon - now,
  };
}

function onwards(name: string, scenario: ContainerScenario, { pods, now }: SoFar): ContainerScenario {
  const last = scenario.runs.length - 1;
  if (last <= 0) return scenario;
  let begun = 0;
  for (const pod of pods) {
    pod.advance(now);
    begun += Math.max(1, pod.startsOf(name));
    if (begun >= last) break;
  }
  return { ...scenario, runs: scenario.runs.slice(Math.min(begun, last)) };
}
