import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength, dnsSubdomainProblem, relaxedDnsSubdomainProblem } from '../../formats.js';
import { validateChoice } from '../choices.js';
import { ipFieldMessage } from './ip-field.js';

type PodSpec = Decoded<core.PodSpec>;
type DnsConfig = Decoded<core.PodDNSConfig>;

const dnsPolicies = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'] as const;

/** What the C library's resolver can hold (MaxDNSNameservers and its neighbours). */
const maxNameservers = 3;
const maxSearches = 32;
const maxSearchLength = 2048;

/** validateDNSPolicy and validatePodDNSConfig, pkg/apis/core/validation/validation.go. */
export function validateDns(spec: PodSpec, path: FieldPath, context: Context): void {
  validateChoice(
    spec.dnsPolicy,
    dnsPolicies,
    path,
    'dnsPolicy',
    'The kubelet has to know where names are looked up. Set "ClusterFirst".',
    context.report,
  );
  if (spec.dnsPolicy === 'None' && !validateOwnNameservers(spec, path, context)) return;
  if (spec.dnsConfig) validateDnsConfig(spec.dnsConfig, path.child('dnsConfig'), context);
}

/** Answers whether there are name servers; without them the server looks no further. */
function validateOwnNameservers({ dnsConfig }: PodSpec, path: FieldPath, context: Context): boolean {
  if (dnsConfig?.nameservers?.length) return true;
  const field = dnsConfig ? path.child('dnsConfig', 'nameservers') : path.child('dnsConfig');
  context.report.required(
    field,
    'With dnsPolicy "None" the pod gets no name server from anywhere else. List at least one in dnsConfig.nameservers, or use another dnsPolicy.',
    {
      related: [{ field: path.child('dnsPolicy'), message: 'asks for none of the usual name servers' }],
    },
  );
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
    if (!name)
      context.report.required(
        path.child('options').index(i),
        'The resolver option has no name. Set it, as in "ndots".',
      );
  });
}

function validateNameservers(nameservers: readonly string[], path: FieldPath, context: Context): void {
  const { report } = context;
  if (nameservers.length > maxNameservers)
    report.invalid(
      path,
      `Resolvers look at ${maxNameservers} name servers at most, and ${nameservers.length} are listed. Keep the best ${maxNameservers}.`,
    );
  nameservers.forEach((nameserver, i) => {
    const message = ipFieldMessage(nameserver, context);
    if (message) report.invalid(path.index(i), message);
  });
}

function validateSearches(searches: readonly string[], path: FieldPath, context: Context): void {
  const { report } = context;
  if (searches.length > maxSearches)
    report.invalid(
      path,
      `Resolvers take ${maxSearches} search domains at most, and ${searches.length} are listed. Remove some.`,
    );
  const length = byteLength(searches.join(' '));
  if (length > maxSearchLength)
    report.invalid(
      path,
      `The search domains take ${length} characters together, blanks between them included, and resolvers hold ${maxSearchLength}. Remove some.`,
    );
  searches.forEach((search, i) => {
    const problem = searchProblem(search, context);
    if (problem) report.invalid(path.index(i), `"${search}" is no search domain: ${problem}.`);
  });
}

/** Since 1.33 the root domain and names with "_" are fine (RelaxedDNSSearchValidation). A dot at the end always was. */
function searchProblem(search: string, { options }: Context): string | undefined {
  const domain = search.endsWith('.') ? search.slice(0, -1) : search;
  if (!options.allowRelaxedDNSSearchValidation) return dnsSubdomainProblem(domain);
  return search === '.' ? undefined : relaxedDnsSubdomainProblem(domain);
}
