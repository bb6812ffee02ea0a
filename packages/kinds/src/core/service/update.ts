import { defineMessages } from '@podlint/messages';
import type { Context } from '@podlint/validation';
import { type ServiceSpec, isHeadless, needsClusterIp, needsHealthCheck, specPath } from './types.js';

const says = defineMessages('service-update', {
  'ip-changed':
    'The cluster IP of a Service cannot change once it is set. Leave it out, or delete and recreate the Service.',
  'ip-removed':
    'The first cluster IP of a Service cannot be taken away. Leave it out, or delete and recreate the Service.',
  'family-changed':
    'The first IP family of a Service cannot change once it is set. Leave it out, or delete and recreate the Service.',
  'release-second':
    'A Service gives up its second address with ipFamilyPolicy: SingleStack only. Set it, or keep both.',
  'class-changed':
    'The class of a load balancer cannot change, since another one would have to take over. Delete and recreate the Service.',
  'health-check-changed': 'The port for health checks cannot change once it is set. Leave it out.',
});

/** ValidateServiceUpdate, pkg/apis/core/validation/validation.go, besides what holds for new Services too. */
export function validateServiceUpdate(spec: ServiceSpec, old: ServiceSpec, context: Context): void {
  if (needsClusterIp(spec) && needsClusterIp(old)) {
    validateIpsUpdate(spec, old, context);
    validateFamiliesUpdate(spec, old, context);
  }
  const { report } = context;
  if (spec.type === 'LoadBalancer' && old.type === 'LoadBalancer' && spec.loadBalancerClass !== old.loadBalancerClass)
    report.invalid(specPath.child('loadBalancerClass'), says['class-changed']());
  if (needsHealthCheck(old) && needsHealthCheck(spec) && spec.healthCheckNodePort !== old.healthCheckNodePort)
    report.forbidden(specPath.child('healthCheckNodePort'), says['health-check-changed']());
}

/** validateUpgradeDowngradeClusterIPs. */
function validateIpsUpdate(spec: ServiceSpec, old: ServiceSpec, context: Context): void {
  if (isHeadless(old) && isHeadless(spec)) return;
  const ips = spec.clusterIPs ?? [];
  const oldIps = old.clusterIPs ?? [];
  const path = specPath.child('clusterIPs');
  if (ips.length === oldIps.length) {
    oldIps.forEach((ip, i) => {
      if (ip !== ips[i]) context.report.invalid(path.index(i), says['ip-changed']());
    });
    return;
  }
  if (oldIps.length > 0 && ips.length > 0 && ips[0] !== oldIps[0])
    context.report.invalid(path.index(0), says['ip-changed']());
  if (ips.length > oldIps.length) return;
  if (ips.length === 0) context.report.invalid(path.index(0), says['ip-removed']());
  requireSingleStack(ips, spec, context);
}

/** validateUpgradeDowngradeIPFamilies: a Service without addresses may change its families. */
function validateFamiliesUpdate(spec: ServiceSpec, old: ServiceSpec, context: Context): void {
  if (isHeadless(spec) || isHeadless(old)) return;
  const families = spec.ipFamilies ?? [];
  const oldFamilies = old.ipFamilies ?? [];
  const first = specPath.child('ipFamilies').index(0);
  if (families.length === oldFamilies.length) {
    if (oldFamilies.some((family, i) => family !== families[i]))
      context.report.invalid(first, says['family-changed']());
    return;
  }
  if (families.length > 0 && oldFamilies.length > 0 && families[0] !== oldFamilies[0])
    context.report.invalid(first, says['family-changed']());
  if (families.length > oldFamilies.length) return;
  if (!spec.clusterIPs?.length) context.report.invalid(first, says['ip-removed']());
  requireSingleStack(families, spec, context);
}

function requireSingleStack(items: readonly string[], { ipFamilyPolicy }: ServiceSpec, { report }: Context): void {
  if (items.length === 1 && ipFamilyPolicy !== 'SingleStack')
    report.invalid(specPath.child('ipFamilyPolicy'), says['release-second']());
}
