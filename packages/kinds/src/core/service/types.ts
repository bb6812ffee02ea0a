import { type Decoded, FieldPath, type core } from '@podlint/model';

export type Service = Decoded<core.Service>;
export type ServiceSpec = Decoded<core.ServiceSpec>;
export type ServicePort = Decoded<core.ServicePort>;

export const specPath = FieldPath.root.child('spec');

export function isHeadless({ clusterIPs = [] }: ServiceSpec): boolean {
  return clusterIPs.length === 1 && clusterIPs[0] === 'None';
}

/** ExternallyAccessible, pkg/api/service/util.go. */
export function isReachedFromOutside({ type, externalIPs = [] }: ServiceSpec): boolean {
  return type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && externalIPs.length > 0);
}

/** NeedsHealthCheck, pkg/api/service/util.go. */
export function needsHealthCheck({ type, externalTrafficPolicy }: ServiceSpec): boolean {
  return type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
}

export function needsClusterIp({ type }: ServiceSpec): boolean {
  return type !== 'ExternalName';
}
