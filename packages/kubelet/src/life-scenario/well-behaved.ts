import { own } from '@podlint/plain';
import type { ContainerScenario } from '../life/scenario.js';
import { type Container, type PodSpec, isSidecar } from '../restart-policy.js';

/** Seconds. */
const initTime = 5;
const workTime = 60;
const stopTime = 1;

/** Startup times by container, as far as the manifest tells them; seconds. */
export type StartupTimes = Readonly<Record<string, number>>;

/**
 * What a container does of which nothing is said: an init container ends well, what a Job runs ends well after a
 * minute, everything else runs for ever; it answers once its startup time is over, and ends a second after SIGTERM.
 */
export function wellBehaved(container: Container, spec: PodSpec, startupTimes: StartupTimes): ContainerScenario {
  const answersAfter = own(startupTimes, container.name ?? '');
  const exitAfter = ownEnd(container, spec);
  const run = { ...(exitAfter !== undefined && { exitAfter }), ...(answersAfter !== undefined && { answersAfter }) };
  return { runs: [run], onTerm: { after: stopTime, code: 0 } };
}

function ownEnd(container: Container, spec: PodSpec): number | undefined {
  if (spec.initContainers?.includes(container)) return isSidecar(container) ? undefined : initTime;
  return (spec.restartPolicy ?? 'Always') === 'Always' ? undefined : workTime;
}
