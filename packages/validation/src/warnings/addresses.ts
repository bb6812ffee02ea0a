import { defineMessages } from '@podlint/messages';
import type { FieldPath, Minor } from '@podlint/model';
import { canonicalIp, isIpv4InIpv6, parseIp } from '../pod/network/ip-address.js';
import { FirstUses } from '../pod/first-uses.js';
import type { PodScope } from './warning.js';

const says = defineMessages('pod-address', {
  'two-entries': '"{ip}" has two entries. Put all its names into one.',
  'other-entry': 'the other entry',
  ambiguous: '"{address}" is an address that programs read in different ways. Write "{canonical}".',
  'not-canonical':
    '"{address}" is not how IPv6 addresses are usually written, which makes them hard to compare. Write "{canonical}".',
});

/**
 * The server comments on how addresses are written since this version (GetWarningsForIP,
 * apimachinery/pkg/util/validation/ip.go).
 */
const spellingCheckedSince: Minor = 33;

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
    if (minor >= spellingCheckedSince) warnAboutSpelling(ip, path, scope);
  });
  if (minor < spellingCheckedSince) return;
  spec.dnsConfig?.nameservers?.forEach((nameserver, i) =>
    warnAboutSpelling(nameserver, specPath.child('dnsConfig', 'nameservers').index(i), scope),
  );
}

function warnAboutSpelling(text: string, path: FieldPath, { warn }: PodScope): void {
  const address = parseIp(text);
  if (!address) return;
  const canonical = canonicalIp(address);
  if (address.paddedNumbers || isIpv4InIpv6(address)) warn(path, says.ambiguous({ address: text, canonical }));
  else if (address.family === 6 && canonical !== text) warn(path, says['not-canonical']({ address: text, canonical }));
}
