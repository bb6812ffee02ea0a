import { defineMessages } from '@podlint/messages';
import type { FieldPath, Minor } from '@podlint/model';
import { canonicalCidr, hasHostBits, parseCidr } from '../pod/network/cidr.js';
import { canonicalIp, isIpv4InIpv6, parseIp } from '../pod/network/ip-address.js';
import { FirstUses } from '../pod/first-uses.js';
import type { PodScope, Warn } from './warning.js';

const says = defineMessages('pod-address', {
  'two-entries': '"{ip}" has two entries. Put all its names into one.',
  'other-entry': 'the other entry',
  ambiguous: '"{address}" is an address that programs read in different ways. Write "{canonical}".',
  'not-canonical':
    '"{address}" is not how IPv6 addresses are usually written, which makes them hard to compare. Write "{canonical}".',
  'host-bits': '"{range}" names an address, and it is not clear whether "{canonical}" or that address alone is meant.',
});

/**
 * The server comments on how addresses are written since this version (GetWarningsForIP,
 * apimachinery/pkg/util/validation/ip.go).
 */
export const spellingCheckedSince: Minor = 33;

export function warnAboutAddresses(scope: PodScope): void {
  const { spec, specPath, minor } = scope;
  const uses = new FirstUses<number>();
  spec.hostAliases?.forEach(({ ip = '' }, i) => {
    const first = uses.record(ip, i);
    const path = specPath.child('hostAliases').index(i).child('ip');
    if (first !== undefined)
      scope.warn(path, says['two-entries']({ ip }), {
        related: [{ field: specPath.child('hostAliases').index(first), message: says['other-entry']() }],
      });
    if (minor >= spellingCheckedSince) warnAboutSpelling(ip, path, scope.warn);
  });
  if (minor < spellingCheckedSince) return;
  spec.dnsConfig?.nameservers?.forEach((nameserver, i) =>
    warnAboutSpelling(nameserver, specPath.child('dnsConfig', 'nameservers').index(i), scope.warn),
  );
}

/** An address that is read in several ways, or written in one that few use (GetWarningsForIP). */
export function warnAboutSpelling(text: string, path: FieldPath, warn: Warn): void {
  const address = parseIp(text);
  if (!address) return;
  const canonical = canonicalIp(address);
  if (address.paddedNumbers || isIpv4InIpv6(address)) warn(path, says.ambiguous({ address: text, canonical }));
  else if (address.family === 6 && canonical !== text) warn(path, says['not-canonical']({ address: text, canonical }));
}

/** The same for a range of addresses, which may also name a single one (GetWarningsForCIDR). */
export function warnAboutCidr(text: string, path: FieldPath, warn: Warn): void {
  const cidr = parseCidr(text);
  if (!cidr) return;
  const canonical = canonicalCidr(cidr);
  const isAmbiguous = cidr.address.paddedNumbers || cidr.paddedLength || isIpv4InIpv6(cidr.address);
  if (hasHostBits(cidr)) warn(path, says['host-bits']({ range: text, canonical }));
  if (isAmbiguous) warn(path, says.ambiguous({ address: text, canonical }));
  else if (!hasHostBits(cidr) && cidr.address.family === 6 && canonical !== text)
    warn(path, says['not-canonical']({ address: text, canonical }));
}
