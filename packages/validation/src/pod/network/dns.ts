import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength, dnsSubdomainProblem, relaxedDnsSubdomainProblem } from '../../formats.js';
import { validateChoice } from '../choices.js';
import { ipFieldMessage } from './ip-field.js';

const says = defineMessages('dns', {
  'no-policy': 'The kubelet has to know where names are looked up. Set "ClusterFirst".',
  'no-nameservers':
    'dnsPolicy "None" needs at least one name server of your own. List at least one in dnsConfig.nameservers, or use another dnsPolicy.',
  'policy-none': 'asks for none of the usual name servers',
  'unnamed-option': 'The resolver option has no name. Set it, as in "ndots".',
  'too-many-nameservers':
    'Resolvers look at {limit} name servers at most, and {count} are listed. Keep the best {limit}.',
  'too-many-searches': 'Resolvers take {limit} search domains at most, and {count} are listed. Remove some.',
  'searches-too-long':
    'The search domains take {length} characters together, and resolvers hold {limit}. Blanks between them count. Remove some.',
  'invalid-search': '"{domain}" is not a search domain: {problem}.',
});

type PodSpec = Decoded<core.PodSpec>;
type DnsConfig = Decoded<core.PodDNSConfig>;

const dnsPolicies = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'] as const;

/** What the C library's resolver can hold (MaxDNSNameservers and its neighbours). */
const maxNameservers = 3;
const maxSearches = 32;
const maxSearchLength = 2048;

/** validateDNSPolicy and validatePodDNSConfig, pkg/apis/core/validation/validation.go. */
export function validateDns(spec: PodSpec, path: FieldPath, context: Context): void {
  validateChoice(spec.dnsPolicy, dnsPolicies, path, 'dnsPolicy', says['no-policy'], context.report);
  if (spec.dnsPolicy === 'None' && !validateOwnNameservers(spec, path, context)) return;
  if (spec.dnsConfig) validateDnsConfig(spec.dnsConfig, path.child('dnsConfig'), context);
}

/** Answers whether there are name servers; without them the server looks no further. */
function validateOwnNameservers({ dnsConfig }: PodSpec, path: FieldPath, context: Context): boolean {
  if (dnsConfig?.nameservers?.length) return true;
  const field = dnsConfig ? path.child('dnsConfig', 'nameservers') : path.child('dnsConfig');
  context.report.required(field, says['no-nameservers'](), {
    related: [{ field: path.child('dnsPolicy'), message: says['policy-none']() }],
  });
  return false;
}

function validateDnsConfig(
  { nameservers = [], searches = [], options = [] }: DnsConfig,
  path: FieldPath,
  context: Context,
): void {
  validateNameservers(nameservers, path.child('nameservers'), context);
  validateSearches(searches, path.child('searches'), context);
  options.forEach(({ name }, i) => {
    if (!name) context.report.required(path.child('options').index(i), says['unnamed-option']());
  });
}

function validateNameservers(nameservers: readonly string[], path: FieldPath, context: Context): void {
  const { report } = context;
  if (nameservers.length > maxNameservers)
    report.invalid(path, says['too-many-nameservers']({ limit: maxNameservers, count: nameservers.length }));
  nameservers.forEach((nameserver, i) => {
    const message = ipFieldMessage(nameserver, context);
    if (message) report.invalid(path.index(i), message);
  });
}

function validateSearches(searches: readonly string[], path: FieldPath, context: Context): void {
  const { report } = context;
  if (searches.length > maxSearches)
    report.invalid(path, says['too-many-searches']({ limit: maxSearches, count: searches.length }));
  const length = byteLength(searches.join(' '));
  if (length > maxSearchLength) report.invalid(path, says['searches-too-long']({ length, limit: maxSearchLength }));
  searches.forEach((search, i) => {
    const problem = searchProblem(search, context);
    if (problem) report.invalid(path.index(i), says['invalid-search']({ domain: search, problem }));
  });
}

/** Since 1.33 the root domain and names with "_" are fine (RelaxedDNSSearchValidation). A dot at the end always was. */
function searchProblem(search: string, { options }: Context): Message | undefined {
  const domain = search.endsWith('.') ? search.slice(0, -1) : search;
  if (!options.allowRelaxedDNSSearchValidation) return dnsSubdomainProblem(domain);
  return search === '.' ? undefined : relaxedDnsSubdomainProblem(domain);
}
