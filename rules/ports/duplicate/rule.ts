import { defineRule, each, type ContainerView } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';
import { EarlierPorts, type Conflict, type PlacedPort } from './earlier-ports.js';

type ContainerPort = Decoded<core.ContainerPort>;
type Message = Conflict['message'] | 'first';

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
    const earlier = new EarlierPorts();
    for (const placed of containers.flatMap(portsOf)) {
      const { container, port } = placed;
      for (const { message, first } of earlier.conflictsWith(placed)) {
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
      earlier.add(placed);
    }
  },
});

function portsOf(container: ContainerView): PlacedPort[] {
  return each(container.value.ports, container.at.ports).map((port) => ({ container, port }));
}

function numberOf(message: Message, { containerPort = 0, hostPort = 0 }: ContainerPort): number {
  return message === 'ambiguous' ? hostPort : containerPort;
}
