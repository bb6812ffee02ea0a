import { defineMessages } from '@podlint/messages';
import { FieldPath, type Minor } from '@podlint/model';
import { type Warn, warnAboutCidr, warnAboutSpelling } from '@podlint/validation';
import { allocatedIps } from './made-up.js';
import { type Service, type ServiceSpec, specPath } from './types.js';

const says = defineMessages('service-warning', {
  'topology-hints': 'The annotation "{key}" is deprecated. Use "service.kubernetes.io/topology-mode".',
  headless: '{field} has no effect on a Service without an address of its own (clusterIP: None). Remove it.',
  'external-ips': 'externalIPs is deprecated, and some clusters ignore it. Use a load balancer or a gateway.',
  'external-name': 'externalName has no effect, as the type is not ExternalName. Remove it, or change the type.',
  'ignored-external-ips': 'externalIPs has no effect with the type ExternalName. Remove it.',
  'prefer-close': 'PreferClose is deprecated. Write PreferSameZone, which means the same.',
});

const topologyHints = 'service.kubernetes.io/topology-aware-hints';
/** Versions since which GetWarningsForService (pkg/api/service/warnings.go) says more. */
const headlessCheckedSince: Minor = 34;
const preferCloseDeprecatedSince: Minor = 35;
const externalIpsDeprecatedSince: Minor = 36;

export function warnAboutService({ metadata, spec = {} }: Service, warn: Warn, minor: Minor): void {
  if (metadata?.annotations?.[topologyHints] !== undefined)
    warn(
      FieldPath.root.child('metadata', 'annotations').key(topologyHints),
      says['topology-hints']({ key: topologyHints }),
    );
  const isHeadless = spec.type === 'ClusterIP' && spec.clusterIP === 'None';
  if (isHeadless && minor >= headlessCheckedSince) warnAboutHeadless(spec, warn);
  warnAboutAddresses(spec, warn);
  warnAboutNames(spec, warn);
  const hasDeprecatedIps = spec.externalIPs?.length && !isHeadless && spec.type !== 'ExternalName';
  if (hasDeprecatedIps && minor >= externalIpsDeprecatedSince)
    warn(specPath.child('externalIPs'), says['external-ips']());
  if (spec.trafficDistribution === 'PreferClose' && minor >= preferCloseDeprecatedSince)
    warn(specPath.child('trafficDistribution'), says['prefer-close']());
}

function warnAboutHeadless(spec: ServiceSpec, warn: Warn): void {
  const fields: (keyof ServiceSpec)[] = [];
  if (spec.loadBalancerIP) fields.push('loadBalancerIP');
  if (spec.externalIPs?.length) fields.push('externalIPs');
  if (spec.sessionAffinity !== 'None') fields.push('sessionAffinity');
  for (const field of fields) warn(specPath.child(field), says.headless({ field }));
}

function warnAboutAddresses(spec: ServiceSpec, warn: Warn): void {
  const madeUp = Object.values(allocatedIps);
  if (spec.clusterIP && spec.clusterIP !== 'None')
    spec.clusterIPs?.forEach((ip, i) => {
      if (!madeUp.includes(ip)) warnAboutSpelling(ip, specPath.child('clusterIPs').index(i), warn);
    });
  spec.externalIPs?.forEach((ip, i) => warnAboutSpelling(ip, specPath.child('externalIPs').index(i), warn));
  if (spec.loadBalancerIP) warnAboutSpelling(spec.loadBalancerIP, specPath.child('loadBalancerIP'), warn);
  spec.loadBalancerSourceRanges?.forEach((range, i) =>
    warnAboutCidr(range, specPath.child('loadBalancerSourceRanges').index(i), warn),
  );
}

function warnAboutNames({ type, externalIPs, externalName }: ServiceSpec, warn: Warn): void {
  if (type === 'ExternalName' && externalIPs?.length)
    warn(specPath.child('externalIPs'), says['ignored-external-ips']());
  if (type !== 'ExternalName' && externalName) warn(specPath.child('externalName'), says['external-name']());
}
