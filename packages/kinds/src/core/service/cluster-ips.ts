import { defineMessages } from '@podlint/messages';
import { type Context, type IpAddress, ipFieldMessage, isIpv4InIpv6, parseIp } from '@podlint/validation';
import { type Family, allocatedIps } from './made-up.js';
import { type ServiceSpec, isHeadless, needsClusterIp, specPath } from './types.js';

const says = defineMessages('cluster-ips', {
  'no-list': 'clusterIP is set, and clusterIPs is its list. Set the first of clusterIPs to the same, or leave it out.',
  'other-first': 'The first of clusterIPs must be clusterIP itself. Make them agree, or leave clusterIPs out.',
  'no-first': 'clusterIPs goes with clusterIP only. Set clusterIP to the first of the list.',
  'family-twice': 'A Service has one address of each family. Remove the second "{family}".',
  'none-with-others': '"None" makes a Service without addresses, and stands alone. Remove it, or the others.',
  'too-many': 'A Service has two addresses at most, one of each family. Remove the others.',
  'one-family': 'Two addresses of a Service have to be one of IPv4 and one of IPv6. Remove one, or replace it.',
  'other-family': '"{ip}" is not of the family {family}, which ipFamilies has in this place. Make them agree.',
});

const families: readonly string[] = ['IPv4', 'IPv6'];
const policies = ['SingleStack', 'PreferDualStack', 'RequireDualStack'];

const ipsPath = specPath.child('clusterIPs');
const familiesPath = specPath.child('ipFamilies');

/** The family of an address, also of one that the server made up. */
export function familyOf(ip: string): Family | undefined {
  if (ip === allocatedIps.IPv4) return 'IPv4';
  if (ip === allocatedIps.IPv6) return 'IPv6';
  const address = parseIp(ip);
  return address && familyOfAddress(address);
}

/** As `net.IP.To4` tells it: an IPv4 address in IPv6 form is one of IPv4. */
function familyOfAddress(address: IpAddress): Family {
  return address.family === 4 || isIpv4InIpv6(address) ? 'IPv4' : 'IPv6';
}

/** ValidateServiceClusterIPsRelatedFields, pkg/apis/core/validation/validation.go. `old`: the stored one, on update. */
export function validateClusterIps(spec: ServiceSpec, old: ServiceSpec | undefined, context: Context): void {
  if (!needsClusterIp(spec)) return;
  validateFirst(spec, context);
  validateFamilies(spec, context);
  const areSound = validateAddresses(spec.clusterIPs ?? [], old?.clusterIPs ?? [], context);
  if (areSound) validateDualStack(spec, context);
}

function validateFirst({ clusterIP, clusterIPs = [] }: ServiceSpec, { report }: Context): void {
  if (!clusterIP) {
    if (clusterIPs.length > 0) report.invalid(ipsPath, says['no-first']());
  } else if (clusterIPs.length === 0) report.required(ipsPath, says['no-list']());
  else if (clusterIPs[0] !== clusterIP) report.invalid(ipsPath, says['other-first']());
}

function validateFamilies({ ipFamilies = [], ipFamilyPolicy }: ServiceSpec, { report }: Context): void {
  ipFamilies.forEach((family, i) => {
    if (!families.includes(family)) report.notSupported(familiesPath.index(i), family, families);
    if (ipFamilies.indexOf(family) < i) report.duplicate(familiesPath.index(i), says['family-twice']({ family }));
  });
  if (ipFamilyPolicy !== undefined && !policies.includes(ipFamilyPolicy))
    report.notSupported(specPath.child('ipFamilyPolicy'), ipFamilyPolicy, policies);
}

/** Answers whether all of them are addresses; those of the stored Service are, whatever they look like. */
function validateAddresses(ips: readonly string[], stored: readonly string[], context: Context): boolean {
  const { report } = context;
  let areSound = true;
  ips.forEach((ip, i) => {
    if (i === 0 && ip === 'None') {
      if (ips.length === 1) return;
      areSound = false;
      report.invalid(ipsPath, says['none-with-others']());
      return;
    }
    const message = isSettled(ip, stored, context) ? undefined : ipFieldMessage(ip, context);
    if (!message) return;
    areSound = false;
    report.invalid(ipsPath.index(i), message);
  });
  if (ips.length > 2) report.invalid(ipsPath, says['too-many']());
  return areSound;
}

/** Since then an address that was stored is not looked at again (IsValidIPForLegacyField). */
const storedAddressesPassSince = 33;

function isSettled(ip: string, stored: readonly string[], { minor }: Context): boolean {
  const isMadeUp = ip === allocatedIps.IPv4 || ip === allocatedIps.IPv6;
  return stored.includes(ip) && (isMadeUp || minor >= storedAddressesPassSince);
}

function validateDualStack(spec: ServiceSpec, { report }: Context): void {
  const { clusterIPs = [], ipFamilies = [] } = spec;
  if (clusterIPs.length > 1 && new Set(clusterIPs.map(familyOf)).size < 2)
    report.invalid(ipsPath, says['one-family']());
  if (isHeadless(spec)) return;
  clusterIPs.forEach((ip, i) => {
    const family = ipFamilies[i];
    if (family !== undefined && families.includes(family) && familyOf(ip) !== family)
      report.invalid(ipsPath.index(i), says['other-family']({ ip, family }));
  });
}
