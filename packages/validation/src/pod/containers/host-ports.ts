import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { isPodItself } from '../../pod-place.js';
import type { FirstUses } from '../first-uses.js';
import type { Container, PodFacts } from './pod-facts.js';

const says = defineMessages('host-port', {
  taken:
    'Port {port}/{protocol} of the node is already taken in this Pod. Use another hostPort, another hostIP or none.',
  'taken-first': 'hostPort {port} is taken here first',
  differs:
    'With hostNetwork, hostPort {hostPort} must equal containerPort {containerPort}. The container listens on the node itself. Make them equal, or remove hostPort.',
  'container-port': 'the container listens on {port}',
  'host-network': 'the pod is on the network of the node',
});

/** The ports of the node that containers take, by protocol, address and number, with the port that takes each. */
export type HostPortUses = FirstUses<FieldPath>;

/** Where a container is, and where the server says that it is. */
interface ContainerPlace {
  readonly path: FieldPath;
  readonly reported: FieldPath;
}

/** Two containers that run at the same time cannot both have a port of the node (AccumulateUniqueHostPorts). */
export function validateUniqueHostPorts(
  { ports }: Container,
  { path, reported }: ContainerPlace,
  uses: HostPortUses,
  context: Context,
): void {
  ports?.forEach(({ protocol = '', hostIP = '', hostPort }, i) => {
    if (!hostPort) return;
    const at = path.child('ports').index(i).child('hostPort');
    const first = uses.record(`${protocol}/${hostIP}/${hostPort}`, at);
    if (!first) return;
    context.report.duplicate(
      reported.child('ports').index(i).child('hostPort'),
      says.taken({ port: hostPort, protocol }),
      {
        at,
        related: [{ field: first, message: says['taken-first']({ port: hostPort }) }],
      },
    );
  });
}

/**
 * On the node's network a container's port is the node's (validatePodHostNetworkDeps, which looks at spec.containers
 * only).
 * In a template an absent hostPort is fine: it is filled in when a Pod is made of it.
 */
export function validateHostNetworkPorts({ spec, specPath }: PodFacts, context: Context): void {
  if (!spec.hostNetwork) return;
  const absentIsFine = !isPodItself(specPath);
  spec.containers?.forEach(({ ports }, i) => {
    ports?.forEach((port, j) => {
      if (isSamePort(port) || (absentIsFine && !port.hostPort)) return;
      reportDifferentHostPort(port, specPath.child('containers').index(i).child('ports').index(j), specPath, context);
    });
  });
}

function isSamePort({ hostPort = 0, containerPort = 0 }: Decoded<core.ContainerPort>): boolean {
  return hostPort === containerPort;
}

function reportDifferentHostPort(
  port: Decoded<core.ContainerPort>,
  path: FieldPath,
  specPath: FieldPath,
  context: Context,
): void {
  const message = says.differs({ hostPort: port.hostPort ?? 0, containerPort: port.containerPort ?? 0 });
  context.report.invalid(path.child('hostPort'), message, {
    related: [
      { field: path.child('containerPort'), message: says['container-port']({ port: port.containerPort ?? 0 }) },
      { field: specPath.child('hostNetwork'), message: says['host-network']() },
    ],
  });
}
