import { type PodSpec, lifeOutcome, lifeWithRanges, readScenario } from '@podlint/kubelet/life';
import type { Message } from '@podlint/messages';
import type { ToldLife } from './told-life.js';

/** A Pod whose life is told. */
export interface LivingPod {
  /** `Pod web` */
  readonly heading: string;
  readonly spec: PodSpec;
  /** Of containers, as far as the manifest tells them; seconds. */
  readonly startupTimes: Readonly<Record<string, number>>;
}

export type LifeAnswer =
  { readonly life: ToldLife; readonly problem?: undefined } | { readonly life?: undefined; readonly problem: Message };

/** Plays a scenario through; or what is wrong with it. */
export function tellLife({ heading, spec, startupTimes }: LivingPod, title: string, text: string): LifeAnswer {
  const { scenario, problem } = readScenario(text, spec, startupTimes);
  if (problem) return { problem };
  const events = lifeWithRanges(spec, scenario);
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  const life = {
    heading,
    title: title.trim().replaceAll(/(?<!\s)\s*\n\s*/g, '; '),
    text,
    restartPolicies: Object.fromEntries(
      containers.map(({ name = '', restartPolicy }) => [name, restartPolicy ?? spec.restartPolicy ?? 'Always']),
    ),
    containers: containers.map(({ name = '' }) => name),
    events,
    outcome: lifeOutcome(events, scenario),
  };
  return { life };
}
