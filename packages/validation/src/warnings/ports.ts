import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, core } from '@podlint/model';
import { FirstUses } from '../pod/first-uses.js';
import { containerPath, visitContainers } from '../pod/visit-containers.js';
import { related } from '../related.js';
import type { PodScope } from './warning.js';

const says = defineMessages('port-overlap', {
  'needless-host-ip': 'hostIP "{hostIP}" has no effect without hostPort. Remove it, or set hostPort.',
  'listed-too': '{port} is listed here too',
  twice: 'Port {port} is listed twice in the same way; only one container can listen on it. Remove one.',
  'with-and-without-host-port': 'Port {port} is listed twice, with a hostPort and without. Remove the one without.',
  'host-port-twice':
    'Port {port} of the node is taken on all addresses and again on one of them. What then happens is not defined. Name the address in both, or in neither.',
  'same-name':
    'Two ports are named "{name}", and Services and probes that go by name reach the first one only. Rename one.',
});

type ContainerPort = Decoded<core.ContainerPort>;

interface PlacedPort {
  readonly port: ContainerPort;
  /** Makes the port's path, which is seldom needed. */
  readonly path: () => FieldPath;
}

/** Names of ports are compared between containers since this version (pkg/api/pod/warnings.go). */
const namesComparedSince: Minor = 33;

/** Ports of one pod that get in each other's way without being wrong for certain. */
export function warnAboutPorts(scope: PodScope): void {
  const ports = portsOf(scope);
  for (const { port, path } of ports) {
    if (port.hostIP && !port.hostPort) scope.warn(path(), says['needless-host-ip']({ hostIP: port.hostIP }));
  }
  if (ports.length < 2) return;
  warnAboutOverlaps(ports, scope);
  if (scope.minor >= namesComparedSince) warnAboutNames(ports, scope);
}

function portsOf({ spec, specPath }: PodScope): PlacedPort[] {
  const placed: PlacedPort[] = [];
  visitContainers(spec, ({ ports }, list, i) => {
    ports?.forEach((port, j) =>
      placed.push({ port, path: () => containerPath(specPath, list, i).child('ports').index(j) }),
    );
  });
  return placed;
}

function warnAboutOverlaps(ports: readonly PlacedPort[], { warn }: PodScope): void {
  const byNumber = new Map<string, PlacedPort[]>();
  for (const placed of ports) {
    const number = `${placed.port.containerPort ?? 0}/${placed.port.protocol ?? ''}`;
    const earlier = byNumber.get(number) ?? [];
    for (const other of earlier) {
      const message = overlapMessage(placed.port, other.port);
      if (message)
        warn(placed.path(), message, {
          related: [{ field: other.path(), message: says['listed-too']({ port: number }) }],
        });
    }
    byNumber.set(number, [...earlier, placed]);
  }
}

function overlapMessage(port: ContainerPort, other: ContainerPort): Message | undefined {
  const { hostIP = '', hostPort = 0, containerPort = 0 } = port;
  const { hostIP: otherIP = '', hostPort: otherPort = 0 } = other;
  if (hostIP === otherIP && hostPort === otherPort) return says.twice({ port: containerPort });
  if (hostPort === 0 || otherPort === 0) return says['with-and-without-host-port']({ port: containerPort });
  const onOneAddress = (hostIP === '') !== (otherIP === '');
  return hostPort === otherPort && onOneAddress ? says['host-port-twice']({ port: hostPort }) : undefined;
}

function warnAboutNames(ports: readonly PlacedPort[], { warn }: PodScope): void {
  const uses = new FirstUses<PlacedPort>();
  for (const placed of ports) {
    const { name } = placed.port;
    const first = name && uses.record(name, placed);
    if (first)
      warn(placed.path(), says['same-name']({ name }), {
        related: [{ field: first.path(), message: related['first-one']() }],
      });
  }
}
