import { defineRule, each, type ContainerView, type ListItem } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';

type ContainerPort = Decoded<core.ContainerPort>;
type Message = 'taken' | 'twice' | 'ambiguous' | 'name' | 'first';

interface PlacedPort {
  readonly container: ContainerView;
  readonly port: ListItem<core.ContainerPort>;
}

export default defineRule<Message>({
  id: 'ports/duplicate',
  level: 'warn',
  summary: 'A port, or the name of one, that a pod has twice',
  brief: 'port is listed twice',
  messages: {
    taken:
      'Port {port} of container "{name}" is listed by another container too. Containers of a Pod share one network, so the second one to listen there fails with "address already in use". Give one of them another port.',
    twice:
      'Container "{name}" lists port {port} twice. A port is served once, and tools that merge manifests may mix the two up. Remove one.',
    ambiguous:
      'Port {port} of the node is taken on all its addresses and again on one of them. What then happens to container "{name}" is not defined. Name the address in both, or in neither.',
    name: 'Two containers name a port "{portName}". A Service or probe that uses the name reaches only the first one. Rename one.',
    first: 'the first one',
  },
  pod({ containers }, report) {
    let count = 0;
    for (const { value } of containers) count += value.ports?.length ?? 0;
    if (count < 2) return;
    const earlier: PlacedPort[] = [];
    for (const placed of containers.flatMap(portsOf)) {
      const { container, port } = placed;
      for (const [message, first] of firstConflicts(placed, earlier)) {
        const { value } = port;
        const data = { name: container.name, port: numberOf(message, value), portName: value.name ?? '' };
        report({
          at: port.at,
          message,
          data,
          insteadOf: 'api/warning',
          related: [{ at: first.port.at, message: 'first' }],
        });
      }
      earlier.push(placed);
    }
  },
});

function portsOf(container: ContainerView): PlacedPort[] {
  return each(container.value.ports, container.at.ports).map((port) => ({ container, port }));
}

function numberOf(message: Message, { containerPort = 0, hostPort = 0 }: ContainerPort): number {
  return message === 'ambiguous' ? hostPort : containerPort;
}

/**
 * Each kind of conflict once, with the first port that it is with: a port that many share is not reported for every
 * pair of them.
 */
function firstConflicts(port: PlacedPort, earlier: readonly PlacedPort[]): ReadonlyMap<Message, PlacedPort> {
  const first = new Map<Message, PlacedPort>();
  for (const other of earlier)
    for (const message of conflicts(port, other)) if (!first.has(message)) first.set(message, other);
  return first;
}

function conflicts(a: PlacedPort, b: PlacedPort): Message[] {
  const found: Message[] = [];
  const [port, other] = [a.port.value, b.port.value];
  const isSameNumber = port.containerPort === other.containerPort && port.protocol === other.protocol;
  if (a.container === b.container) return isSameNumber ? withinContainer(port, other) : [];
  if (!runTogether(a.container, b.container)) return [];
  if (isSameNumber) found.push('taken');
  if (port.name && port.name === other.name) found.push('name');
  return found;
}

/** An init container ends before the next container starts; one that restarts always stays. */
function runTogether(a: ContainerView, b: ContainerView): boolean {
  return a.role !== 'init' && b.role !== 'init';
}

/** One port of the container may be offered on several ports of the node. */
function withinContainer(a: ContainerPort, b: ContainerPort): Message[] {
  const [port, otherPort] = [a.hostPort ?? 0, b.hostPort ?? 0];
  if (port === 0 || otherPort === 0) return ['twice'];
  if (port !== otherPort) return [];
  const [address, otherAddress] = [a.hostIP ?? '', b.hostIP ?? ''];
  if (address === otherAddress) return ['twice'];
  return address === '' || otherAddress === '' ? ['ambiguous'] : [];
}
