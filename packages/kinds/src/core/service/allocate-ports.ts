import { type Message, defineMessages } from '@podlint/messages';
import { FieldPath } from '@podlint/model';
import type { Context } from '@podlint/validation';
import { nextAllocatedPort } from './made-up.js';
import { NodePorts } from './node-ports.js';
import { type ServicePort, type ServiceSpec, needsHealthCheck, specPath } from './types.js';

const says = defineMessages('node-port', {
  twice: 'Two ports of the Service with the same protocol have the node port {port}. Give one of them another one.',
});

const portsPath = specPath.child('ports');

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
