import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath, Minor } from '@podlint/model';
import {
  type Context,
  canonicalIpProblem,
  fullDomainNameProblem,
  ipProblem,
  isIpv4InIpv6,
  parseIp,
  requireField,
  specialIpMessage,
} from '@podlint/validation';

const says = defineMessages('endpoint-address', {
  invalid: '"{address}" cannot be the address of an endpoint: {problem}.',
  'other-family': '"{address}" is not an address of {type}, as addressType says. Use another one, or another slice.',
});

/** Before, an address of the other family was no address, and IPv6 was read as generously as IPv4. */
const familyToldSince: Minor = 33;

/** The addresses in validateEndpoints, pkg/apis/discovery/validation; `path`: of the address. */
export function validateAddress(address: string, type: string, path: FieldPath, context: Context): void {
  if (type === 'FQDN') validateName(address, path, context);
  else if (type === 'IPv4' || type === 'IPv6') validateIp(address, type, path, context);
}

function validateName(address: string, path: FieldPath, context: Context): void {
  requireField(address, path, context);
  const problem = address === '' ? undefined : fullDomainNameProblem(address);
  if (problem) context.report.invalid(path, says.invalid({ address, problem }));
}

function validateIp(address: string, type: 'IPv4' | 'IPv6', path: FieldPath, context: Context): void {
  const { report, minor } = context;
  const problem = readingProblem(address, type, context);
  if (problem) report.invalid(path, says.invalid({ address, problem }));
  if (problem && minor >= familyToldSince) return;
  if (parseIp(address) && familyOf(address) !== type)
    report.invalid(minor >= familyToldSince ? path.holder : path, says['other-family']({ address, type }), {
      at: path,
    });
  const special = specialIpMessage(address);
  if (special) report.invalid(path, special);
}

function readingProblem(address: string, type: 'IPv4' | 'IPv6', context: Context): Message | undefined {
  if (type === 'IPv6' && context.minor >= familyToldSince) return canonicalIpProblem(address);
  return ipProblem(address, context.enabled('StrictIPCIDRValidation') ? 'strict' : 'sloppy');
}

/** An IPv4 address in IPv6 form is one of IPv4 (Go's IP.To4). */
function familyOf(address: string): 'IPv4' | 'IPv6' | undefined {
  const parsed = parseIp(address);
  if (!parsed) return undefined;
  return parsed.family === 4 || isIpv4InIpv6(parsed) ? 'IPv4' : 'IPv6';
}
