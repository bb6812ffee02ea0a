import { type Message, defineMessages } from '@podlint/messages';

/**
 * The text formats that names, labels and keys must have.
 * Each function answers why the text does not fit, or undefined when it does.
 * Facts: apimachinery/pkg/util/validation/validation.go.
 */
type Reason = Message | undefined;

const says = defineMessages('format', {
  'too-long': 'it is longer than {limit} characters',
  'dns-label': 'it may hold only lower case letters, digits and "-", and must start and end with a letter or digit',
  'dns-subdomain':
    'it may hold only lower case letters, digits, "-" and ".", and each part must start and end with a letter or digit',
  'relaxed-dns-subdomain':
    'it may hold only lower case letters, digits, "-", "_" and ".", and each part must start and end with a letter or digit',
  'wildcard-subdomain':
    'a host with "*" has the form "*.example.com": the "*" stands alone before the first ".", and what follows is a DNS name',
  'no-dot': 'it needs at least one "."',
  'path-prefix': 'write a domain, "/" and a path, such as "example.com/controller"',
  'path-characters': 'in "{path}" is a character that a URL cannot have',
  'dns-1035-label':
    'it may hold only lower case letters, digits and "-", must start with a letter and end with a letter or digit',
  'two-slashes': 'it may hold one "/" at most, between a DNS prefix and a name',
  'no-prefix': 'the part before "/" is empty',
  'invalid-prefix': 'the part before "/" must be a DNS name: {problem}',
  'no-name': 'the name is empty',
  'qualified-name':
    'the name may hold only letters, digits, "-", "_" and ".", and must start and end with a letter or digit',
  'label-value': 'it may hold only letters, digits, "-", "_" and ".", and must start and end with a letter or digit',
  'config-map-key': 'it may hold only letters, digits, "-", "_" and "."',
  'one-dot': 'it must not be "."',
  'two-dots': 'it must not be ".."',
  'starts-with-dots': 'it must not start with ".."',
  'port-number': 'a port is a number from 1 to 65535',
  'port-name': 'it may hold only lower case letters, digits and "-"',
  'no-letter': 'it needs at least one letter',
  'double-dash': 'it must not hold "--"',
  'outer-dash': 'it must not start or end with "-"',
});

const labelPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const subdomainPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const relaxedSubdomainPattern = /^[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/;
const label1035Pattern = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const qualifiedNamePattern = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const configMapKeyPattern = /^[-._a-zA-Z0-9]+$/;

export const maxLabelLength = 63;
export const maxSubdomainLength = 253;

/** Go counts bytes, so a name in another script is longer than it looks. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // A surrogate pair is two units and four bytes, so each half counts one more.
    if (unit >= 0xd800 && unit <= 0xdfff) bytes += 1;
    else if (unit > 0x7ff) bytes += 2;
    else if (unit > 0x7f) bytes += 1;
  }
  return bytes;
}

function checked(text: string, limit: number, pattern: RegExp, rule: () => Message): Reason {
  // The patterns let only ASCII through, and a text that passes is as long as its bytes.
  if (pattern.test(text)) return text.length <= limit ? undefined : tooLong(limit);
  return byteLength(text) > limit ? tooLong(limit) : rule();
}

function tooLong(limit: number): Message {
  return says['too-long']({ limit });
}

/** RFC 1123 label: container and volume names. */
export function dnsLabelProblem(text: string): Reason {
  return checked(text, maxLabelLength, labelPattern, says['dns-label']);
}

/** RFC 1123 subdomain: names of most objects. */
export function dnsSubdomainProblem(text: string): Reason {
  return checked(text, maxSubdomainLength, subdomainPattern, says['dns-subdomain']);
}

/** A subdomain in which "_" is also allowed (search domains and the like since 1.32). */
export function relaxedDnsSubdomainProblem(text: string): Reason {
  return checked(text, maxSubdomainLength, relaxedSubdomainPattern, says['relaxed-dns-subdomain']);
}

const wildcardSubdomainPattern = /^\*\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** A subdomain whose first label is "*" (IsWildcardDNS1123Subdomain). */
export function wildcardSubdomainProblem(text: string): Reason {
  return checked(text, maxSubdomainLength, wildcardSubdomainPattern, says['wildcard-subdomain']);
}

/** At least two labels, each no longer than a label may be, with or without a dot behind (IsFullyQualifiedDomainName). */
export function fullDomainNameProblem(text: string): Reason {
  const name = text.replace(/\.$/, '');
  const labels = name.split('.');
  return (
    dnsSubdomainProblem(name) ?? (labels.length < 2 ? says['no-dot']() : labels.map(dnsLabelProblem).find(Boolean))
  );
}

const httpPathPattern = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;

/** A subdomain, "/" and a path of a URL (IsDomainPrefixedPath). */
export function domainPrefixedPathProblem(text: string): Reason {
  const slash = text.indexOf('/');
  const path = text.slice(slash + 1);
  if (slash <= 0 || path === '') return says['path-prefix']();
  return (
    dnsSubdomainProblem(text.slice(0, slash)) ??
    (httpPathPattern.test(path) ? undefined : says['path-characters']({ path }))
  );
}

/** RFC 1035 label: names of Services. */
export function dns1035LabelProblem(text: string): Reason {
  return checked(text, maxLabelLength, label1035Pattern, says['dns-1035-label']);
}

/** `[prefix/]name`, the shape of label and annotation keys, finalizers and resource names. */
export function qualifiedNameProblem(text: string): Reason {
  const slash = text.indexOf('/');
  if (text.includes('/', slash + 1)) return says['two-slashes']();
  if (slash >= 0) {
    if (slash === 0) return says['no-prefix']();
    const prefixProblem = dnsSubdomainProblem(text.slice(0, slash));
    if (prefixProblem) return says['invalid-prefix']({ problem: prefixProblem });
  }
  const name = text.slice(slash + 1);
  if (name === '') return says['no-name']();
  return checked(name, maxLabelLength, qualifiedNamePattern, says['qualified-name']);
}

export function labelValueProblem(text: string): Reason {
  if (text === '') return undefined;
  return checked(text, maxLabelLength, qualifiedNamePattern, says['label-value']);
}

export function configMapKeyProblem(text: string): Reason {
  if (byteLength(text) > maxSubdomainLength) return tooLong(maxSubdomainLength);
  if (!configMapKeyPattern.test(text)) return says['config-map-key']();
  if (text === '.') return says['one-dot']();
  if (text === '..') return says['two-dots']();
  return text.startsWith('..') ? says['starts-with-dots']() : undefined;
}

/** Port numbers are 1 to 65535. */
export function portNumberProblem(port: number): Reason {
  return port >= 1 && port <= 65535 ? undefined : says['port-number']();
}

/** Names of ports (IANA service names): every reason the server has, since it reports each as an error of its own. */
export function portNameProblems(text: string): Message[] {
  const problems: Message[] = [];
  if (byteLength(text) > 15) problems.push(tooLong(15));
  if (!/^[-a-z0-9]+$/.test(text)) problems.push(says['port-name']());
  if (!/[a-z]/.test(text)) problems.push(says['no-letter']());
  if (text.includes('--')) problems.push(says['double-dash']());
  if (text.startsWith('-') || text.endsWith('-')) problems.push(says['outer-dash']());
  return problems;
}

/** What Go's strings.TrimSpace cuts off, which is not quite what String.trim does. */
const outerSpacePattern =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/** Whether the text starts or ends with white space. */
export function isPadded(text: string): boolean {
  return outerSpacePattern.test(text);
}
