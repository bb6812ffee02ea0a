import type { StartupTime } from '../startup-time/index.js';
import type { Decoded, core } from '@podlint/model';
import { type AfterKill, afterKill } from './after-kill.js';
import { type ProbeVerdict, type ProbeWindows, probeWindows } from './windows.js';
import { type Probe, type ProbeKind, probeKinds, second, timingOf } from './worker.js';

/** `sidecar`: an init container with `restartPolicy: Always`. */
type ContainerRole = 'init' | 'sidecar' | 'regular' | 'ephemeral';

/** A probe as it is set; durations in seconds. */
export interface ProbeSettings {
  readonly kind: ProbeKind;
  /** What it does, in the manifest's terms: `httpGet :8080/healthz`. */
  readonly action: string;
  readonly initialDelay: number;
  readonly period: number;
  readonly timeout: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

/** The windows, and what comes after the kill if there can be one. */
export interface ProbeCourse extends ProbeWindows {
  /**
   * After `killed`; where the container is not killed, after the kill of one that never answers. Undefined: no probe
   * can kill.
   */
  readonly afterKill: AfterKill | undefined;
}

/** What the probes do to a container while it starts: plain data for texts, pictures and editors. Times in seconds. */
export interface ContainerTimeline {
  readonly name: string;
  readonly role: ContainerRole;
  readonly startupTime: StartupTime | undefined;
  readonly probes: readonly ProbeSettings[];
  /** While the container does not answer, probes fail at once: nothing listens yet. */
  readonly failingAtOnce: ProbeCourse;
  /** While the container does not answer, probes hang until their timeout. */
  readonly hanging: ProbeCourse;
  /**
   * The worse of the two, which is that of failing at once: its last probe is never later. Undefined: the startup time
   * is unknown, though a probe could kill.
   */
  readonly verdict: ProbeVerdict | undefined;
}

export interface TimedContainer {
  readonly container: Decoded<core.Container>;
  readonly role: ContainerRole;
  /** The pod that it is in. */
  readonly pod: Decoded<core.PodSpec>;
  /** `startupTimeOf` the container. */
  readonly startupTime?: StartupTime | undefined;
}

export function containerTimeline(timed: TimedContainer): ContainerTimeline {
  const { container, role, startupTime } = timed;
  const failingAtOnce = courseOf(timed, false);
  return {
    name: container.name ?? '',
    role,
    startupTime,
    probes: probeKinds.flatMap((kind) => {
      const probe = container[kind];
      return probe ? [settingsOf(kind, probe)] : [];
    }),
    failingAtOnce,
    hanging: courseOf(timed, true),
    verdict: failingAtOnce.verdict,
  };
}

function courseOf({ container, pod, startupTime }: TimedContainer, hang: boolean): ProbeCourse {
  const windows = probeWindows(container, { hang, startupTime: startupTime?.seconds });
  const { budget, killed = budget?.killed } = windows;
  return { ...windows, afterKill: budget && killed && afterKill(budget.by, killed, container, pod) };
}

function settingsOf(kind: ProbeKind, probe: Probe): ProbeSettings {
  const { initialDelay, period, timeout, threshold } = timingOf(probe);
  return {
    kind,
    action: actionOf(probe),
    initialDelay: initialDelay / second,
    period: period / second,
    timeout: timeout / second,
    successThreshold: threshold.success,
    failureThreshold: threshold.failure,
  };
}

function actionOf({ exec, httpGet, tcpSocket, grpc }: Probe): string {
  if (exec) return ['exec', ...(exec.command ?? [])].join(' ');
  if (httpGet) return `httpGet ${httpGet.host ?? ''}:${httpGet.port ?? ''}${httpGet.path ?? '/'}`;
  if (tcpSocket) return `tcpSocket ${tcpSocket.host ?? ''}:${tcpSocket.port ?? ''}`;
  return grpc ? `grpc :${grpc.port ?? ''}${grpc.service ? ` ${grpc.service}` : ''}` : '';
}
