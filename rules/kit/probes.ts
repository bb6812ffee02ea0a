import type { ContainerView } from '@podlint/engine/rule';
import type { ProbeKind } from '@podlint/kubelet';
import type { Decoded, core } from '@podlint/model';

export type Probe = Decoded<core.Probe>;
export type ProbeHandler = Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'>;

export const probeKinds: readonly ProbeKind[] = ['startupProbe', 'livenessProbe', 'readinessProbe'];

/** Probes run for as long as their container does, so the server takes them in these alone. */
export function canHaveProbes({ role }: ContainerView): boolean {
  return role === 'regular' || role === 'sidecar';
}

/** What a probe does, without the values that the server would fill in again. */
export function handlerOf({ exec, httpGet, tcpSocket, grpc }: Probe): ProbeHandler {
  if (exec) return { exec };
  if (tcpSocket) return { tcpSocket };
  if (grpc) return { grpc: without(grpc, 'service', '') };
  return httpGet ? { httpGet: without(httpGet, 'scheme', 'HTTP') } : {};
}

function without<T extends object>(value: T, name: keyof T, unless: unknown): T {
  return Object.fromEntries(Object.entries(value).filter(([key, field]) => key !== name || field !== unless)) as T;
}

/** A startup probe that does the same as another probe, for a number of failures. */
export function startupProbeLike(probe: Probe, failureThreshold: number): Probe {
  const { periodSeconds = 10, timeoutSeconds = 1 } = probe;
  return {
    ...handlerOf(probe),
    ...(periodSeconds === 10 ? {} : { periodSeconds }),
    ...(timeoutSeconds === 1 ? {} : { timeoutSeconds }),
    failureThreshold,
  };
}
