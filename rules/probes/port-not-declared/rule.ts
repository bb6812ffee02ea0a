import {
  appended,
  defineRule,
  nearestNames,
  set,
  type ChoiceProposal,
  type ContainerView,
  type Field,
  type Report,
} from '@podlint/engine/rule';
import type { ProbeKind } from '@podlint/kubelet';
import { probeKinds, type Probe } from '../../kit/probes.js';

type Message = 'startupName' | 'livenessName' | 'readinessName' | 'number';

export default defineRule<Message>({
  id: 'probes/port-not-declared',
  level: 'warn',
  hasChoices: true,
  summary: 'A probe of a port that the container does not declare',
  brief: 'probed port is not declared',
  ofWholePods: true,
  messages: {
    startupName:
      'The startupProbe asks port "{port}", but the container has no port of that name. The probe cannot run: container "{name}" never counts as started, and its other probes never begin. Add the name to its ports, or probe a number.',
    livenessName:
      'The livenessProbe asks port "{port}", but the container has no port of that name. The probe cannot run, and a program of container "{name}" that hangs is never restarted. Add the name to its ports, or probe a number.',
    readinessName:
      'The readinessProbe asks port "{port}", but the container has no port of that name. The probe cannot run, and container "{name}" never becomes ready. Add the name to its ports, or probe a number.',
    number:
      'The {probe} asks port {port}, which the container does not declare. Container "{name}" declares {declared}. If nothing listens there, the probe fails every time. Probe one of these ports, or declare this one.',
  },
  container(container, report) {
    for (const kind of probeKinds) {
      const probe = container.value[kind];
      if (probe) checkProbe(kind, probe, container, report);
    }
  },
});

const messageOf: Readonly<Record<ProbeKind, Message>> = {
  startupProbe: 'startupName',
  livenessProbe: 'livenessName',
  readinessProbe: 'readinessName',
};
/**
 * What the server takes as a name (IsValidPortName, apimachinery's pkg/util/validation); anything else it has refused
 * already.
 */
const portName = /^(?=.*[a-z])(?!.*--)[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/;

function checkProbe(kind: ProbeKind, probe: Probe, container: ContainerView, report: Report<Message>): void {
  const port = probedPort(probe);
  const { value, name } = container;
  if (port === undefined || isDeclared(port, container)) return;
  const at = fieldOf(kind, probe, container);
  const choices = (): ChoiceProposal[] => [...meantPort(port, at, container), declaration(port, container)];
  if (typeof port === 'string') report({ at, message: messageOf[kind], level: 'error', data: { port, name }, choices });
  else
    report({
      at,
      message: 'number',
      level: 'info',
      data: {
        probe: kind,
        port,
        name,
        declared: value.ports?.map(({ containerPort }) => containerPort).join(', ') ?? '',
      },
      choices,
    });
}

/** The name of a port that this one is a slip of. */
function meantPort(port: string | number, at: Field, { value }: ContainerView): ChoiceProposal[] {
  if (typeof port === 'number') return [];
  const names = value.ports?.flatMap(({ name }) => name ?? []) ?? [];
  return nearestNames(port, names).map((name) => ({
    title: `Change it to ${JSON.stringify(name)}`,
    changes: [set(at, name)],
  }));
}

/** A port of that name or number; which number a name stands for is for its reader to know. */
function declaration(port: string | number, { value, at }: ContainerView): ChoiceProposal {
  const declared = typeof port === 'number' ? { containerPort: port } : { name: port, containerPort: 8080 };
  return { title: `Add port ${JSON.stringify(port)}`, changes: appended(at.ports, value.ports, declared) };
}

/**
 * A name is looked up in the container's ports, whatever the host is (ResolveContainerPort, pkg/probe/util.go); a
 * number of another host is nobody's business.
 */
function probedPort({ httpGet, tcpSocket, grpc }: Probe): string | number | undefined {
  const action = httpGet ?? tcpSocket;
  const port = action ? action.port : grpc?.port;
  return action?.host && typeof port === 'number' ? undefined : port;
}

/** Something that is no name of a port, and so refused: a placeholder for one. */
function isNotYetKnown(name: string | undefined): boolean {
  return name !== undefined && name !== '' && !portName.test(name);
}

function isDeclared(port: string | number, { value, pod }: ContainerView): boolean {
  if (typeof port === 'string')
    return !portName.test(port) || (value.ports?.some(({ name }) => name === port || isNotYetKnown(name)) ?? false);
  // Who declares no port at all leaves them to the image; and the containers of a Pod share its address.
  if (!value.ports?.length || value.ports.some(({ containerPort }) => containerPort === port)) return true;
  return pod.containers.some((other) => other.value.ports?.some(({ containerPort }) => containerPort === port));
}

function fieldOf(kind: ProbeKind, { httpGet, grpc }: Probe, { at }: ContainerView): Field {
  if (grpc) return at[kind].grpc.port;
  return httpGet ? at[kind].httpGet.port : at[kind].tcpSocket.port;
}
