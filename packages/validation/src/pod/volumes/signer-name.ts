import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength, dnsLabelProblem, dnsSubdomainProblem, maxLabelLength, maxSubdomainLength } from '../../formats.js';

/** A domain, "/", and a name that may be built from a namespace, "." and a name. */
const maxSignerNameLength = maxSubdomainLength + 1 + maxLabelLength + 1 + maxSubdomainLength;

/** Names of certificate signers, `example.com/signer` (ValidateSignerName, pkg/apis/core/validation/names.go). */
export function validateSignerName(signerName: string, path: FieldPath, context: Context): void {
  if (signerName === '') {
    context.report.required(path, 'No signer is named. Set it to the signer\'s name, such as "example.com/my-signer".');
    return;
  }
  const [domain = '', name, ...more] = signerName.split('/');
  if (name === undefined || more.length > 0) {
    context.report.invalid(
      path,
      `"${signerName}" is not the name of a signer. Write a domain, one "/" and a name, such as "example.com/my-signer".`,
    );
    return;
  }
  const problem = domainProblem(domain) ?? firstProblem(name.split('.'), dnsSubdomainProblem);
  if (problem) context.report.invalid(path, `"${signerName}" is not the name of a signer: ${problem}.`);
  if (byteLength(domain) > maxSubdomainLength || byteLength(signerName) > maxSignerNameLength) {
    context.report.tooLong(
      path,
      `The signer's name is too long: its domain may have ${maxSubdomainLength} characters, the whole ${maxSignerNameLength}.`,
    );
  }
}

function domainProblem(domain: string): string | undefined {
  const labels = domain.split('.');
  return firstProblem(labels, dnsLabelProblem) ?? (labels.length < 2 ? 'the domain needs at least one "."' : undefined);
}

function firstProblem(parts: readonly string[], problemOf: (part: string) => string | undefined): string | undefined {
  for (const part of parts) {
    const problem = problemOf(part);
    if (problem) return `in "${part}", ${problem}`;
  }
  return undefined;
}

/** Whether the signer belongs to Kubernetes itself (IsKubernetesSignerName). */
export function isKubernetesSigner(signerName: string): boolean {
  const [domain = ''] = signerName.split('/', 1);
  return domain === 'kubernetes.io' || domain.endsWith('.kubernetes.io');
}
