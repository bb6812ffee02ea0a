import { sameItems } from './allocate-ips.js';
import { type ServiceSpec, needsClusterIp, needsHealthCheck } from './types.js';

/**
 * What was taken for the stored Service and a manifest does not say (patchAllocatedValues,
 * pkg/registry/core/service/storage/storage.go).
 */
export function patchAllocated(spec: ServiceSpec, old: ServiceSpec): void {
  if (needsClusterIp(old) && needsClusterIp(spec)) {
    if (!spec.clusterIP && old.clusterIP) spec.clusterIP = old.clusterIP;
    if (!spec.clusterIPs?.length && old.clusterIPs?.length) spec.clusterIPs = [...old.clusterIPs];
  }
  if (needsNodePort(old) && needsNodePort(spec)) patchNodePorts(spec, old);
  if (needsHealthCheck(old) && needsHealthCheck(spec) && !spec.healthCheckNodePort && old.healthCheckNodePort)
    spec.healthCheckNodePort = old.healthCheckNodePort;
}

function needsNodePort({ type, allocateLoadBalancerNodePorts }: ServiceSpec): boolean {
  return type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false);
}

/** By the names of the ports, where nothing else has the node port now. */
function patchNodePorts(spec: ServiceSpec, old: ServiceSpec): void {
  const stored = new Map((old.ports ?? []).map(({ name = '', nodePort = 0 }) => [name, nodePort]));
  const oldPorts = new Set(stored.values());
  const used = new Set((spec.ports ?? []).map(({ nodePort = 0 }) => nodePort).filter((port) => oldPorts.has(port)));
  for (const port of spec.ports ?? []) {
    const nodePort = stored.get(port.name ?? '');
    if (!port.nodePort && nodePort && !used.has(nodePort)) port.nodePort = nodePort;
  }
}

/** clusterIPs after clusterIP, for clients that know only that (normalizeClusterIPs). */
export function normalizeClusterIps(spec: ServiceSpec, old: ServiceSpec | undefined): void {
  if (!old) {
    if (spec.clusterIP && !spec.clusterIPs?.length) spec.clusterIPs = [spec.clusterIP];
    return;
  }
  const isSame = (spec.clusterIP ?? '') === (old.clusterIP ?? '');
  if (isSame) {
    if (old.clusterIPs?.length && !spec.clusterIPs?.length) spec.clusterIPs = [...old.clusterIPs];
    return;
  }
  if (!sameItems(spec.clusterIPs, old.clusterIPs)) return;
  if (spec.clusterIP) spec.clusterIPs = [spec.clusterIP];
  else delete spec.clusterIPs;
}

/** Fields that the new type has no use for and the manifest did not change (dropTypeDependentFields, strategy.go). */
export function dropTypeDependentFields(spec: ServiceSpec, old: ServiceSpec, isOutside: OutsideTest): void {
  if (needsClusterIp(old) && !needsClusterIp(spec)) dropClusterIps(spec, old);
  if (needsAnyNodePort(old) && !needsAnyNodePort(spec) && hasNoNewNodePort(spec, old))
    for (const port of spec.ports ?? []) delete port.nodePort;
  if (needsHealthCheck(old) && !needsHealthCheck(spec)) dropIfSame(spec, old, 'healthCheckNodePort');
  if (old.type === 'LoadBalancer' && spec.type !== 'LoadBalancer') {
    dropIfSame(spec, old, 'allocateLoadBalancerNodePorts');
    dropIfSame(spec, old, 'loadBalancerClass');
  }
  if (isOutside(old) && !isOutside(spec)) dropIfSame(spec, old, 'externalTrafficPolicy');
}

type OutsideTest = (spec: ServiceSpec) => boolean;

function dropIfSame(spec: ServiceSpec, old: ServiceSpec, field: keyof ServiceSpec): void {
  if (spec[field] === old[field]) Reflect.deleteProperty(spec, field);
}

function dropClusterIps(spec: ServiceSpec, old: ServiceSpec): void {
  if ((spec.clusterIP ?? '') === (old.clusterIP ?? '') && sameItems(spec.clusterIPs, old.clusterIPs)) {
    delete spec.clusterIP;
    delete spec.clusterIPs;
  }
  if (sameItems(spec.ipFamilies, old.ipFamilies)) delete spec.ipFamilies;
  if ((spec.ipFamilyPolicy ?? '') === (old.ipFamilyPolicy ?? '')) delete spec.ipFamilyPolicy;
}

function needsAnyNodePort({ type }: ServiceSpec): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

function hasNoNewNodePort(spec: ServiceSpec, old: ServiceSpec): boolean {
  const stored = (old.ports ?? []).map(({ nodePort }) => nodePort);
  return (spec.ports ?? []).every(({ nodePort }) => !nodePort || stored.includes(nodePort));
}
