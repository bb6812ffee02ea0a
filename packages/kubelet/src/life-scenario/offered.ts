import type { JobSpec } from '../job/job-facts.js';
import { type PodSpec, isSidecar } from '../restart-policy.js';

export interface OfferedScenario {
  readonly title: string;
  /** As one writes it behind `--life`. */
  readonly text: string;
}

/** What is around a Pod. */
export interface Surroundings {
  readonly job?: JobSpec;
  /** A kubelet starts it from a file. */
  readonly isStatic?: boolean;
}

/** What people ask of a Pod, of its first container. */
export function offeredScenarios(spec: PodSpec, { job, isStatic }: Surroundings = {}): readonly OfferedScenario[] {
  const { initContainers = [], containers = [], readinessGates = [], restartPolicy = 'Always' } = spec;
  const at = restartPolicy === 'Always' ? '120s' : '30s';
  const [end, removed] = isStatic ? ['its file is removed', 'file removed'] : ['the node is drained', 'drained'];
  const [first] = containers;
  const app = first?.name ?? '';
  const init = initContainers.find((container) => !isSidecar(container))?.name;
  return [
    { title: 'all goes well', text: '' },
    ...(first ? ofProbes(first) : []),
    ...readinessGates.map(({ conditionType: type = '' }) => ({
      title: `the readiness gate ${type} never opens`,
      text: `gate ${type} False at 0s`,
    })),
    { title: `${app} crashes once`, text: `${app}: exits 1 after 30s once` },
    { title: `${app} crashes always`, text: `${app}: exits 1 after 30s` },
    ...(job ? ofJobs(job, app) : []),
    ...(init ? [{ title: `${init} fails`, text: `${init}: exits 1 after 5s` }] : []),
    { title: `the image of ${app} cannot be pulled`, text: `${app}: pull fails always` },
    { title: end, text: `${removed} at ${at}` },
    { title: `${end}, and ${app} ignores SIGTERM`, text: `${app}: ignores SIGTERM; ${removed} at ${at}` },
  ];
}

/** An exit code that the failure policy knows, and work that never ends. */
function ofJobs({ podFailurePolicy }: JobSpec, app: string): OfferedScenario[] {
  const asked = podFailurePolicy?.rules?.flatMap(({ onExitCodes }) =>
    onExitCodes?.operator === 'In' ? { name: onExitCodes.containerName ?? app, code: onExitCodes.values?.[0] } : [],
  );
  const [known] = asked ?? [];
  return [
    ...(known?.code === undefined
      ? []
      : [
          {
            title: `${known.name} fails with code ${known.code}`,
            text: `${known.name}: exits ${known.code} after 30s`,
          },
        ]),
    { title: `${app} never ends`, text: `${app}: runs` },
  ];
}

/** Without a readiness or startup probe a container is ready as soon as it runs, whatever its liveness probe says. */
function ofProbes({
  name = '',
  startupProbe,
  readinessProbe,
  livenessProbe,
}: NonNullable<PodSpec['containers']>[number]): OfferedScenario[] {
  const text = `${name}: never ready`;
  if (startupProbe ?? readinessProbe) return [{ title: `${name} never gets ready`, text }];
  return livenessProbe ? [{ title: `the liveness probe of ${name} always fails`, text }] : [];
}
