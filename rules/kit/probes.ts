import { addition, pathOf, type ChoiceProposal, type ContainerView, type Field } from '@podlint/engine/rule';
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

/** Probes of the first port, over HTTP and by a connection; none where there is no port to ask. */
export function possibleProbes(
  at: Field,
  ports: readonly Decoded<core.ContainerPort>[] | undefined,
): readonly ChoiceProposal[] {
  const port = ports?.[0]?.name ?? ports?.[0]?.containerPort;
  if (port === undefined) return [];
  const kind = String(pathOf(at).segment);
  return [
    addition(at, { httpGet: { path: '/', port } }, `a ${kind} over HTTP`),
    addition(at, { tcpSocket: { port } }, `a ${kind} by TCP connection`),
  ];
}
