import {
  type JobSpec,
  type PodSpec,
  type ProbeKind,
  type Scenario,
  horizonsOfJobs,
  jobLifeWithRanges,
  jobOutcome,
  lifeOutcome,
  lifeWithProbes,
  probeKinds,
  readScenario,
} from '@podlint/kubelet/life';
import type { Explanation } from '@podlint/engine';
import { type Message, defineMessages } from '@podlint/messages';
import { type Decoded, type batch, findKind, podTemplateOf } from '@podlint/model';
import type { ToldLife } from './told-life.js';

/** A Pod whose life is told. */
export interface LivingPod {
  /** `Pod web`; where an object has several pods also the way to this one. */
  readonly heading: string;
  readonly kind: string;
  /** The way to it, in an object of a kind that is none of Kubernetes' own. */
  readonly template?: string;
  /** A kubelet starts it from a file. */
  readonly isStatic?: boolean;
  readonly spec: PodSpec;
  /** The Job around it. */
  readonly job?: JobSpec;
  /** Of containers, as far as the manifest tells them; seconds. */
  readonly startupTimes: Readonly<Record<string, number>>;
}

/** The pods of an object, as the server would store them and presets change them. */
export function livingPodsOf(explanation: Explanation): LivingPod[] {
  const own = ownPodOf(explanation);
  return own ? [own] : embeddedPodsOf(explanation);
}

function ownPodOf(explanation: Explanation): LivingPod | undefined {
  const { effective, podPresets, staticPod } = explanation;
  const object = podPresets?.effective ?? effective;
  const [apiVersion, kindName] = [object?.['apiVersion'], object?.['kind']];
  if (!object || typeof apiVersion !== 'string' || typeof kindName !== 'string') return undefined;
  const known = findKind(apiVersion, kindName);
  const spec = known && podTemplateOf(known, object)?.spec;
  if (!spec) return undefined;
  const job = jobOf(object, kindName);
  const isStatic = kindName === 'Pod' && staticPod?.isOne === true;
  return { ...namedFor(explanation), kind: kindName, isStatic, spec, ...(job && { job }) };
}

/** Of a kind that is none of Kubernetes' own. */
function embeddedPodsOf(explanation: Explanation): LivingPod[] {
  const { kind = '', podTemplates = [] } = explanation;
  return podTemplates.flatMap(({ path, template: { spec } }) => {
    const { heading, startupTimes } = namedFor(explanation);
    const name = podTemplates.length === 1 ? heading : `${heading}, ${path}`;
    return spec ? [{ heading: name, kind, template: path, spec, startupTimes }] : [];
  });
}

function namedFor({ kind, name, probes = [] }: Explanation): Pick<LivingPod, 'heading' | 'startupTimes'> {
  const times = probes.flatMap(({ name: container, startupTime }) =>
    startupTime ? [[container, startupTime.seconds] as const] : [],
  );
  return { heading: [kind, name].filter(Boolean).join(' '), startupTimes: Object.fromEntries(times) };
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
  mirror:
    'The Pod is static: what is deleted is only its mirror in the API, which the kubelet makes anew, and a drain passes it by. Write "file removed at {at}".',
});

export type LifeAnswer =
  { readonly life: ToldLife; readonly problem?: undefined } | { readonly life?: undefined; readonly problem: Message };

/** Plays a scenario through; or what is wrong with it. */
export function tellLife(pod: LivingPod, title: string, text: string): LifeAnswer {
  const { spec, job, startupTimes } = pod;
  const { scenario, remarks, problem } = readScenario(text, spec, startupTimes, job && horizonsOfJobs);
  if (problem) return { problem };
  if (scenario.isStatic && pod.kind !== 'Pod') return { problem: says.static({ kind: pod.kind }) };
  if (pod.isStatic && scenario.deleteAt !== undefined && !scenario.isStatic)
    return { problem: says.mirror({ at: `${scenario.deleteAt}s` }) };
  const told = { heading: pod.heading, title: title.trim().replaceAll(/(?<!\s)\s*\n\s*/g, '; '), text, remarks };
  return { life: job ? jobLife(told, job, scenario) : podLife(told, spec, scenario) };
}

type Headed = Pick<ToldLife, 'heading' | 'title' | 'text' | 'remarks'>;

function podLife(told: Headed, spec: PodSpec, scenario: Scenario): ToldLife {
  const { events, probes } = lifeWithProbes(spec, scenario);
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
    probes,
    probed: Object.fromEntries(containers.map((container) => [container.name ?? '', probesOf(container)])),
    hasInitContainers: (spec.initContainers ?? []).length > 0,
    hasGates: (spec.readinessGates ?? []).length > 0,
    outcome: lifeOutcome(events, scenario),
  };
}

/** An init container that is no sidecar is not probed. */
function probesOf(container: NonNullable<PodSpec['containers']>[number]): readonly ProbeKind[] {
  return probeKinds.filter((kind) => container[kind] !== undefined);
}

function jobLife(told: Headed, job: JobSpec, scenario: Scenario): ToldLife {
  const events = jobLifeWithRanges(job, scenario);
  return { of: 'job', ...told, job, events, outcome: jobOutcome(events, scenario.horizon) };
}
