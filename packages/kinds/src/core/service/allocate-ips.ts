import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import type { Context } from '@podlint/validation';
import { familyOf, validateClusterIps } from './cluster-ips.js';
import { type Family, allocatedIps } from './made-up.js';
import { type ServiceSpec, needsClusterIp, specPath } from './types.js';

const says = defineMessages('ip-families', {
  'release-ip': 'A Service gives up its second address with ipFamilyPolicy: SingleStack only. Set it, or keep both.',
  'release-family': 'A Service gives up its second family with ipFamilyPolicy: SingleStack only. Set it, or keep both.',
  'two-ips': 'Two cluster IPs need ipFamilyPolicy PreferDualStack or RequireDualStack. Set it, or remove one.',
  'two-families': 'Two IP families need ipFamilyPolicy PreferDualStack or RequireDualStack. Set it, or remove one.',
});

const policyPath = specPath.child('ipFamilyPolicy');

/** Of a cluster with both families, IPv4 first: on one with a single family less is possible. */
const defaultFamily: Family = 'IPv4';

/**
 * What the storage makes of families and addresses before anything is checked (initIPFamilyFields,
 * pkg/registry/core/service/storage/alloc.go). Answers whether it found nothing wrong.
 */
export function initIpFamilies(spec: ServiceSpec, old: ServiceSpec | undefined, context: Context): boolean {
  if (!needsClusterIp(spec) || keepsPreference(spec, old)) return true;
  spec.ipFamilyPolicy ??= old?.ipFamilyPolicy ?? inferredPolicy(spec);
  const { report } = context;
  validateClusterIps(spec, old, context);
  if (report.errors.length > 0) return false;
  if (old) releaseSecond(spec, old, context);
  if (spec.ipFamilyPolicy === 'SingleStack') forbidSecond(spec, context);
  inferFamilies(spec);
  if (report.errors.length > 0) return false;
  completeFamilies(spec);
  return true;
}

/** A Service without a selector and without addresses can be of both families anywhere. */
function inferredPolicy(spec: ServiceSpec): string {
  return isFreeOfPods(spec) ? 'RequireDualStack' : 'SingleStack';
}

function isFreeOfPods({ clusterIP, selector = {} }: ServiceSpec): boolean {
  return clusterIP === 'None' && Object.keys(selector).length === 0;
}

/** isMatchingPreferDualStackClusterIPFields: such a Service stays as it is. */
function keepsPreference(spec: ServiceSpec, old: ServiceSpec | undefined): boolean {
  if (!old || spec.ipFamilyPolicy !== 'PreferDualStack' || old.type !== spec.type) return false;
  if (!['ClusterIP', 'NodePort', 'LoadBalancer'].includes(spec.type ?? '')) return false;
  if (old.ipFamilyPolicy !== undefined && old.ipFamilyPolicy !== 'PreferDualStack') return false;
  return sameItems(spec.clusterIPs, old.clusterIPs) && sameItems(spec.ipFamilies, old.ipFamilies);
}

export function sameItems(items: readonly string[] = [], others: readonly string[] = []): boolean {
  return items.length === others.length && items.every((item, i) => item === others[i]);
}

function releaseSecond(spec: ServiceSpec, old: ServiceSpec, { report }: Context): void {
  const { clusterIPs = [], ipFamilies = [] } = spec;
  if (spec.ipFamilyPolicy === 'SingleStack') {
    if (sameItems(clusterIPs, old.clusterIPs) && clusterIPs.length > 1) spec.clusterIPs = clusterIPs.slice(0, 1);
    if (sameItems(ipFamilies, old.ipFamilies) && ipFamilies.length > 1) spec.ipFamilies = ipFamilies.slice(0, 1);
    return;
  }
  if (isReduced(clusterIPs, old.clusterIPs)) report.invalid(policyPath, says['release-ip']());
  if (isReduced(ipFamilies, old.ipFamilies)) report.invalid(policyPath, says['release-family']());
}

function isReduced(items: readonly string[], before: readonly string[] = []): boolean {
  return items.length > 0 && items.length < before.length;
}

function forbidSecond({ clusterIPs = [], ipFamilies = [] }: ServiceSpec, { report }: Context): void {
  if (clusterIPs.length === 2) report.invalid(policyPath, says['two-ips']());
  if (ipFamilies.length === 2) report.invalid(policyPath, says['two-families']());
}

function inferFamilies(spec: ServiceSpec): void {
  const { clusterIPs = [] } = spec;
  for (const [i, ip] of clusterIPs.entries()) {
    if (ip === 'None') return;
    const family = familyOf(ip);
    const known = (spec.ipFamilies ??= []);
    if (i >= known.length && family) known.push(family);
  }
}

function completeFamilies(spec: ServiceSpec): void {
  if (!spec.ipFamilies?.length) spec.ipFamilies = [defaultFamily];
  if (spec.ipFamilyPolicy !== 'SingleStack' && spec.ipFamilies.length === 1)
    spec.ipFamilies.push(spec.ipFamilies[0] === 'IPv4' ? 'IPv6' : 'IPv4');
}

/** Takes addresses for the families that have none yet (allocClusterIPs). */
export function allocateIps(spec: ServiceSpec): void {
  if (!needsClusterIp(spec) || spec.clusterIPs?.[0] === 'None') return;
  const ips = (spec.clusterIPs ??= []);
  spec.ipFamilies?.forEach((family, i) => {
    ips[i] ||= own(allocatedIps, family as Family) ?? '';
  });
  if (ips[0] !== undefined) spec.clusterIP = ips[0];
}

/** What an update takes or gives back (updateClusterIPs): only a new second family needs an address. */
export function reallocateIps(spec: ServiceSpec, old: ServiceSpec): void {
  if (keepsPreference(spec, old)) return;
  if (!needsClusterIp(old)) {
    allocateIps(spec);
    return;
  }
  if (old.clusterIPs?.[0] === 'None' || !needsClusterIp(spec)) return;
  const { ipFamilies = [] } = spec;
  const added = ipFamilies[1];
  if (old.ipFamilies?.length !== 1 || added === undefined) return;
  const ips = (spec.clusterIPs ??= []);
  ips[1] ||= own(allocatedIps, added as Family) ?? '';
}
