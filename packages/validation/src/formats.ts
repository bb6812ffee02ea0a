/**
 * The text formats that names, labels and keys must have.
 * Each function answers why the text does not fit, or undefined when it does.
 * Facts: apimachinery/pkg/util/validation/validation.go.
 */
type Reason = string | undefined;

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

function checked(text: string, limit: number, pattern: RegExp, rule: string): Reason {
  // The patterns let only ASCII through, and a text that passes is as long as its bytes.
  if (pattern.test(text)) return text.length <= limit ? undefined : tooLong(limit);
  return byteLength(text) > limit ? tooLong(limit) : rule;
}

function tooLong(limit: number): string {
  return `it is longer than ${limit} characters`;
}

/** RFC 1123 label: container and volume names. */
export function dnsLabelProblem(text: string): Reason {
  return checked(
    text,
    maxLabelLength,
    labelPattern,
    'it may hold only lower case letters, digits and "-", and must start and end with a letter or digit',
  );
}

/** RFC 1123 subdomain: names of most objects. */
export function dnsSubdomainProblem(text: string): Reason {
  return checked(
    text,
    maxSubdomainLength,
    subdomainPattern,
    'it may hold only lower case letters, digits, "-" and ".", and each part must start and end with a letter or digit',
  );
}

/** A subdomain in which "_" is also allowed (search domains and the like since 1.32). */
export function relaxedDnsSubdomainProblem(text: string): Reason {
  return checked(
    text,
    maxSubdomainLength,
    relaxedSubdomainPattern,
    'it may hold only lower case letters, digits, "-", "_" and ".", and each part must start and end with a letter or digit',
  );
}

/** RFC 1035 label: names of Services. */
export function dns1035LabelProblem(text: string): Reason {
  return checked(
    text,
    maxLabelLength,
    label1035Pattern,
    'it may hold only lower case letters, digits and "-", must start with a letter and end with a letter or digit',
  );
}

/** `[prefix/]name`, the shape of label and annotation keys, finalizers and resource names. */
export function qualifiedNameProblem(text: string): Reason {
  const slash = text.indexOf('/');
  if (text.includes('/', slash + 1)) return 'it may hold one "/" at most, between a DNS prefix and a name';
  if (slash >= 0) {
    if (slash === 0) return 'the part before "/" is empty';
    const prefixProblem = dnsSubdomainProblem(text.slice(0, slash));
    if (prefixProblem) return `the part before "/" must be a DNS name: ${prefixProblem}`;
  }
  const name = text.slice(slash + 1);
  if (name === '') return 'the name is empty';
  return checked(
    name,
    maxLabelLength,
    qualifiedNamePattern,
    'the name may hold only letters, digits, "-", "_" and ".", and must start and end with a letter or digit',
  );
}

export function labelValueProblem(text: string): Reason {
  if (text === '') return undefined;
  return checked(
    text,
    maxLabelLength,
    qualifiedNamePattern,
    'it may hold only letters, digits, "-", "_" and ".", and must start and end with a letter or digit',
  );
}

export function configMapKeyProblem(text: string): Reason {
  if (byteLength(text) > maxSubdomainLength) return `it is longer than ${maxSubdomainLength} characters`;
  if (!configMapKeyPattern.test(text)) return 'it may hold only letters, digits, "-", "_" and "."';
  if (text === '.') return 'it must not be "."';
  if (text === '..') return 'it must not be ".."';
  return text.startsWith('..') ? 'it must not start with ".."' : undefined;
}

/** Port numbers are 1 to 65535. */
export function portNumberProblem(port: number): Reason {
  return port >= 1 && port <= 65535 ? undefined : 'a port is a number from 1 to 65535';
}

/** Names of ports (IANA service names): every reason the server has, since it reports each as an error of its own. */
export function portNameProblems(text: string): string[] {
  const problems: string[] = [];
  if (byteLength(text) > 15) problems.push('it is longer than 15 characters');
  if (!/^[-a-z0-9]+$/.test(text)) problems.push('it may hold only lower case letters, digits and "-"');
  if (!/[a-z]/.test(text)) problems.push('it needs at least one letter');
  if (text.includes('--')) problems.push('it must not hold "--"');
  if (text.startsWith('-') || text.endsWith('-')) problems.push('it must not start or end with "-"');
  return problems;
}

/** What Go's strings.TrimSpace cuts off, which is not quite what String.trim does. */
const outerSpacePattern =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/** Whether the text starts or ends with white space. */
export function isPadded(text: string): boolean {
  return outerSpacePattern.test(text);
}
