import { defineMessages } from '@podlint/messages';
import { type Context, dns1035LabelProblem, dnsLabelProblem, lostFields, takeFields } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { allocateIps, initIpFamilies, reallocateIps } from './allocate-ips.js';
import { allocatePorts, reallocatePorts } from './allocate-ports.js';
import { dropTypeDependentFields, normalizeClusterIps, patchAllocated } from './carry-over.js';
import { type Service, type ServiceSpec, isReachedFromOutside, specPath } from './types.js';
import { validateServiceUpdate } from './update.js';
import { validateService } from './validation.js';

const says = defineMessages('service-affinity', {
  'idle-config':
    'sessionAffinityConfig is of use with sessionAffinity: ClientIP only, so the server removes it. Remove it, or set sessionAffinity.',
});

/** Since then an update does not look at the name again (ValidateServiceUpdate). */
const nameUncheckedSince = 34;

/**
 * pkg/registry/core/service/strategy.go. The storage takes addresses and ports before the strategy is asked
 * (pkg/registry/core/service/storage), and what it refuses is all that the server says.
 */
export const serviceStrategy: Strategy<Service> = {
  nameProblem: dns1035LabelProblem,
  nameProblemIn: (context) => (context.enabled('RelaxedServiceNameValidation') ? dnsLabelProblem : undefined),
  updateChecksName: ({ minor }) => minor < nameUncheckedSince,
  prepareForCreate(service, context) {
    const spec = (service.spec ??= {});
    dropIdleAffinityConfig(spec, context);
    normalizeClusterIps(spec, undefined);
    if (!initIpFamilies(spec, undefined, context)) return;
    allocateIps(spec);
    allocatePorts(spec, context);
    if (context.report.errors.length === 0) dropTrafficDistribution(spec, {}, context);
  },
  validateCreate(service, context) {
    validateService(service, undefined, context);
  },
  prepareForUpdate(service, old, context) {
    const spec = (service.spec ??= {});
    const oldSpec = old.spec ?? {};
    takeFields(service, old, 'status');
    dropIdleAffinityConfig(spec, context);
    patchAllocated(spec, oldSpec);
    normalizeClusterIps(spec, oldSpec);
    if (!initIpFamilies(spec, oldSpec, context)) return;
    reallocateIps(spec, oldSpec);
    reallocatePorts(spec, oldSpec, context);
    if (context.report.errors.length > 0) return;
    dropTrafficDistribution(spec, oldSpec, context);
    dropTypeDependentFields(spec, oldSpec, isReachedFromOutside);
  },
  validateUpdate(service, old, context) {
    validateServiceUpdate(service.spec ?? {}, old.spec ?? {}, context);
    validateService(service, old, context);
  },
};

/** SetDefaults_Service. */
function dropIdleAffinityConfig(spec: ServiceSpec, { dropped }: Context): void {
  if (spec.sessionAffinity !== 'None' || spec.sessionAffinityConfig === undefined) return;
  for (const path of lostFields(spec.sessionAffinityConfig, undefined, specPath.child('sessionAffinityConfig')))
    dropped.push({ path, why: says['idle-config']() });
  delete spec.sessionAffinityConfig;
}

/** dropServiceDisabledFields: after the storage had its say. A version that does not know the gate has no such field. */
function dropTrafficDistribution(spec: ServiceSpec, old: ServiceSpec, context: Context): void {
  const gate = 'ServiceTrafficDistribution';
  if (context.enabled(gate) || old.trafficDistribution !== undefined) return;
  if (spec.trafficDistribution) context.dropped.push({ path: specPath.child('trafficDistribution'), gate });
  delete spec.trafficDistribution;
}
