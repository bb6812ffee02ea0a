import { defineMessages } from '@podlint/messages';
import type { Context } from '@podlint/validation';
import { type ServiceSpec, isReachedFromOutside, specPath } from './types.js';

const says = defineMessages('service-traffic', {
  'invalid-timeout': 'A client is remembered for 1 to {most} seconds, not for {seconds}.',
  'not-reached': 'externalTrafficPolicy is about traffic from outside, which does not reach this Service. Remove it.',
});

/** A day (MaxClientIPServiceAffinitySeconds). */
const longestAffinity = 86_400;
const affinities = ['ClientIP', 'None'];
const policies = ['Cluster', 'Local'];

/** Which of its pods a Service sends traffic to (validateService and what it calls for these fields). */
export function validateTraffic(spec: ServiceSpec, context: Context): void {
  validateAffinity(spec, context);
  validateExternalPolicy(spec, context);
  const { internalTrafficPolicy, trafficDistribution } = spec;
  if (internalTrafficPolicy !== undefined && !policies.includes(internalTrafficPolicy))
    context.report.notSupported(specPath.child('internalTrafficPolicy'), internalTrafficPolicy, policies);
  const known = distributions(context);
  if (trafficDistribution !== undefined && !known.includes(trafficDistribution))
    context.report.notSupported(specPath.child('trafficDistribution'), trafficDistribution, known);
}

function distributions(context: Context): readonly string[] {
  return context.enabled('PreferSameTrafficDistribution')
    ? ['PreferSameZone', 'PreferSameNode', 'PreferClose']
    : ['PreferClose'];
}

function validateAffinity({ sessionAffinity = '', sessionAffinityConfig }: ServiceSpec, { report }: Context): void {
  if (!affinities.includes(sessionAffinity))
    report.notSupported(specPath.child('sessionAffinity'), sessionAffinity, affinities);
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (sessionAffinity !== 'ClientIP' || seconds === undefined || (seconds > 0 && seconds <= longestAffinity)) return;
  report.invalid(
    specPath.child('sessionAffinityConfig', 'clientIP', 'timeoutSeconds'),
    says['invalid-timeout']({ seconds, most: longestAffinity }),
  );
}

/** validateServiceExternalTrafficPolicy; where one is needed it is filled in. */
function validateExternalPolicy(spec: ServiceSpec, { report }: Context): void {
  const { externalTrafficPolicy: policy } = spec;
  if (!policy) return;
  const path = specPath.child('externalTrafficPolicy');
  if (!isReachedFromOutside(spec)) report.invalid(path, says['not-reached']());
  else if (!policies.includes(policy)) report.notSupported(path, policy, policies);
}
