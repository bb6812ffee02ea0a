import { type Message, defineMessages } from '@podlint/messages';
import { canonicalCidr, hasHostBits, parseCidr } from './cidr.js';
import { canonicalIp, ipProblem, isIpv4InIpv6, parseIp } from './ip-address.js';

const says = defineMessages('canonical-form', {
  'no-range': 'write an address, "/" and a length, as in "10.9.8.0/24" or "2001:db8::/64"',
  'host-bits': 'it names an address and not a range; write "{canonical}" for the range',
  'other-form': 'it has to be written in the usual form, "{canonical}"',
});

/** Why the text is no address for a field that takes the usual form only (IsValidIP, apimachinery). */
export function canonicalIpProblem(text: string): Message | undefined {
  const address = parseIp(text);
  const problem = ipProblem(text, 'strict');
  if (problem || !address) return problem;
  const canonical = canonicalIp(address);
  return canonical === text ? undefined : says['other-form']({ canonical });
}

/** The same for a range of addresses (IsValidCIDR). */
export function canonicalCidrProblem(text: string): Message | undefined {
  const cidr = parseCidr(text);
  if (!cidr) return says['no-range']();
  const canonical = canonicalCidr(cidr);
  if (hasHostBits(cidr)) return says['host-bits']({ canonical });
  return canonical === text && !isIpv4InIpv6(cidr.address) ? undefined : says['other-form']({ canonical });
}
