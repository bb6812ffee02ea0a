import { type Message, defineMessages } from '@podlint/messages';
import { FieldPath } from '@podlint/model';
import type { Context } from '@podlint/validation';
import { nextAllocatedPort } from './made-up.js';
import { type ServicePort, type ServiceSpec, needsHealthCheck, specPath } from './types.js';

const says = defineMessages('node-port', {
  'out-of-range':
    'Port {port} is not one of {from} to {to}, which API servers keep for node ports unless they are started with another --service-node-port-range. Choose one of these, or leave it out to get one.',
  taken: 'Port {port} of the nodes is taken by another port of this Service. Choose another one, or leave it out.',
  twice: 'Two ports of the Service with the same protocol have the node port {port}. Give one of them another one.',
});

/** The server's default (DefaultServiceNodePortRange). */
const range = { from: 30_000, to: 32_767 };

const portsPath = specPath.child('ports');

/** The ports of the nodes that one request takes. */
class NodePorts {
  private readonly taken = new Set<number>();

  /** Why the port cannot be had. */
  take(port: number): Message | undefined {
    if (port < range.from || port > range.to) return says['out-of-range']({ port, ...range });
    if (this.taken.has(port)) return says.taken({ port });
    this.taken.add(port);
    return undefined;
  }
}

/** txnAllocNodePorts, pkg/registry/core/service/storage/alloc.go: the first port that cannot be had ends it. */
export function allocatePorts(spec: ServiceSpec, context: Context): void {
  const nodePorts = new NodePorts();
  if (spec.type === 'NodePort' || spec.type === 'LoadBalancer') {
    if (!initNodePorts(spec, nodePorts, context)) return;
  }
  if (needsHealthCheck(spec)) allocateHealthCheckPort(spec, nodePorts, context);
}

function takesPorts({ type, allocateLoadBalancerNodePorts }: ServiceSpec): boolean {
  return type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false);
}

/** initNodePorts: ports with the same number share a port of the nodes, whatever their protocol. */
function initNodePorts(spec: ServiceSpec, nodePorts: NodePorts, { report }: Context): boolean {
  const byNumber = new Map<number, number>();
  for (const [i, port] of (spec.ports ?? []).entries()) {
    if (!port.nodePort && !takesPorts(spec)) continue;
    const message = initNodePort(port, spec, byNumber, nodePorts);
    if (!message) continue;
    report.invalid(portsPath.index(i).child('nodePort'), message);
    return false;
  }
  return true;
}

function initNodePort(
  port: ServicePort,
  spec: ServiceSpec,
  byNumber: Map<number, number>,
  nodePorts: NodePorts,
): Message | undefined {
  const number = port.port ?? 0;
  const shared = byNumber.get(number);
  if (shared !== undefined) {
    if (port.nodePort && port.nodePort !== shared) return nodePorts.take(port.nodePort);
    port.nodePort = shared;
    return undefined;
  }
  const requested = spec.ports?.find((other) => (other.port ?? 0) === number && other.nodePort)?.nodePort;
  const message = requested === undefined ? undefined : nodePorts.take(requested);
  if (message) return message;
  port.nodePort = requested ?? nextAllocatedPort(spec);
  byNumber.set(number, port.nodePort);
  return undefined;
}

/** The server answers with an error of its own, that names no field (allocHealthCheckNodePort). */
function allocateHealthCheckPort(spec: ServiceSpec, nodePorts: NodePorts, { report }: Context): void {
  if (!spec.healthCheckNodePort) {
    spec.healthCheckNodePort = nextAllocatedPort(spec);
    return;
  }
  const message = nodePorts.take(spec.healthCheckNodePort);
  if (message) report.internal(FieldPath.root, message, { at: specPath.child('healthCheckNodePort') });
}

/** txnUpdateNodePorts. */
export function reallocatePorts(spec: ServiceSpec, old: ServiceSpec, context: Context): void {
  const nodePorts = new NodePorts();
  if (spec.type === 'NodePort' || spec.type === 'LoadBalancer') {
    if (!updateNodePorts(spec, old, nodePorts, context)) return;
  }
  if (!needsHealthCheck(old) && needsHealthCheck(spec)) allocateHealthCheckPort(spec, nodePorts, context);
}

/** updateNodePorts: what the stored Service has is kept, the rest is taken. */
function updateNodePorts(spec: ServiceSpec, old: ServiceSpec, nodePorts: NodePorts, { report }: Context): boolean {
  const stored = (old.ports ?? []).map(({ nodePort }) => nodePort);
  const requested = new Set<number>();
  const used = new Set<string>();
  for (const [i, port] of (spec.ports ?? []).entries()) {
    if (!port.nodePort && !takesPorts(spec)) continue;
    const path = portsPath.index(i).child('nodePort');
    if (!port.nodePort) port.nodePort = nextAllocatedPort(spec, old);
    else if (!stored.includes(port.nodePort) && !requested.has(port.nodePort)) {
      const message = nodePorts.take(port.nodePort);
      requested.add(port.nodePort);
      if (message) {
        report.invalid(path, message);
        return false;
      }
    }
    const key = `${port.protocol ?? ''} ${port.nodePort}`;
    if (used.has(key)) {
      report.internal(FieldPath.root, says.twice({ port: port.nodePort }), { at: path });
      return false;
    }
    used.add(key);
  }
  return true;
}
