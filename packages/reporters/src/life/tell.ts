import {
  type JobSpec,
  type PodSpec,
  type Scenario,
  horizonsOfJobs,
  jobLifeWithRanges,
  jobOutcome,
  lifeOutcome,
  lifeWithRanges,
  readScenario,
} from '@podlint/kubelet/life';
import type { Explanation } from '@podlint/engine';
import { type Message, defineMessages } from '@podlint/messages';
import { type Decoded, type batch, findKind, podTemplateOf } from '@podlint/model';
import type { ToldLife } from './told-life.js';

/** A Pod whose life is told. */
export interface LivingPod {
  /** `Pod web` */
  readonly heading: string;
  readonly kind: string;
  readonly spec: PodSpec;
  /** The Job around it. */
  readonly job?: JobSpec;
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
  const job = jobOf(object, kindName);
  const heading = [kind, name].filter(Boolean).join(' ');
  return { heading, kind: kindName, spec, ...(job && { job }), startupTimes: Object.fromEntries(times) };
}

/** The controller of Kubernetes; with `managedBy` it is somebody else's. */
const jobController = 'kubernetes.io/job-controller';

function jobOf(object: object, kind: string): JobSpec | undefined {
  const job =
    kind === 'Job'
      ? (object as Decoded<batch.Job>).spec
      : kind === 'CronJob'
        ? (object as Decoded<batch.CronJob>).spec?.jobTemplate?.spec
        : undefined;
  return (job?.managedBy ?? jobController) === jobController ? job : undefined;
}

const says = defineMessages('life', {
  static:
    'Only a Pod can be static, that is started from a file on the node, and this is a {kind}: write "deleted at 60s".',
});

export type LifeAnswer =
  { readonly life: ToldLife; readonly problem?: undefined } | { readonly life?: undefined; readonly problem: Message };

/** Plays a scenario through; or what is wrong with it. */
export function tellLife(pod: LivingPod, title: string, text: string): LifeAnswer {
  const { spec, job, startupTimes } = pod;
  const { scenario, problem } = readScenario(text, spec, startupTimes, job && horizonsOfJobs);
  if (problem) return { problem };
  if (scenario.isStatic && pod.kind !== 'Pod') return { problem: says.static({ kind: pod.kind }) };
  const told = { heading: pod.heading, title: title.trim().replaceAll(/(?<!\s)\s*\n\s*/g, '; '), text };
  return { life: job ? jobLife(told, job, scenario) : podLife(told, spec, scenario) };
}

type Headed = Pick<ToldLife, 'heading' | 'title' | 'text'>;

function podLife(told: Headed, spec: PodSpec, scenario: Scenario): ToldLife {
  const events = lifeWithRanges(spec, scenario);
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  const restartPolicies = containers.map(
    ({ name = '', restartPolicy }) => [name, restartPolicy ?? spec.restartPolicy ?? 'Always'] as const,
  );
  return {
    of: 'pod',
    ...told,
    restartPolicies: Object.fromEntries(restartPolicies),
    containers: containers.map(({ name = '' }) => name),
    events,
    outcome: lifeOutcome(events, scenario),
  };
}

function jobLife(told: Headed, job: JobSpec, scenario: Scenario): ToldLife {
  const events = jobLifeWithRanges(job, scenario);
  return { of: 'job', ...told, job, events, outcome: jobOutcome(events, scenario.horizon) };
}
