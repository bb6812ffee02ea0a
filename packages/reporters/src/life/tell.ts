import { type PodSpec, lifeOutcome, lifeWithRanges, readScenario } from '@podlint/kubelet/life';
import type { Explanation } from '@podlint/engine';
import type { Message } from '@podlint/messages';
import { findKind, podTemplateOf } from '@podlint/model';
import type { ToldLife } from './told-life.js';

/** A Pod whose life is told. */
export interface LivingPod {
  /** `Pod web` */
  readonly heading: string;
  readonly spec: PodSpec;
  /** Of containers, as far as the manifest tells them; seconds. */
  readonly startupTimes: Readonly<Record<string, number>>;
}

/** The Pod of an object, as the server would store it and presets change it; undefined where there is none. */
export function livingPodOf({ kind, name, effective, podPresets, probes = [] }: Explanation): LivingPod | undefined {
  const object = podPresets?.effective ?? effective;
  const [apiVersion, kindName] = [object?.['apiVersion'], object?.['kind']];
  if (!object || typeof apiVersion !== 'string' || typeof kindName !== 'string') return undefined;
  const known = findKind(apiVersion, kindName);
  const spec = known && podTemplateOf(known, object)?.spec;
  if (!spec) return undefined;
  const times = probes.flatMap(({ name: container, startupTime }) =>
    startupTime ? [[container, startupTime.seconds] as const] : [],
  );
  return { heading: [kind, name].filter(Boolean).join(' '), spec, startupTimes: Object.fromEntries(times) };
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
