import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength, dnsLabelProblem, dnsSubdomainProblem, maxLabelLength, maxSubdomainLength } from '../../formats.js';

const says = defineMessages('signer', {
  'no-name': 'No signer is named. Set it to the signer\'s name, such as "example.com/my-signer".',
  'not-two-parts':
    '"{name}" is not the name of a signer. Write a domain, one "/" and a name, such as "example.com/my-signer".',
  'invalid-name': '"{name}" is not the name of a signer: {problem}.',
  'too-long': "The signer's name is too long: its domain may have {domainLimit} characters, the whole {limit}.",
  'no-dot': 'the domain needs at least one "."',
  'invalid-part': 'in "{part}", {problem}',
});

/** A domain, "/", and a name that may be built from a namespace, "." and a name. */
const maxSignerNameLength = maxSubdomainLength + 1 + maxLabelLength + 1 + maxSubdomainLength;

/** Names of certificate signers, `example.com/signer` (ValidateSignerName, pkg/apis/core/validation/names.go). */
export function validateSignerName(signerName: string, path: FieldPath, context: Context): void {
  if (signerName === '') {
    context.report.required(path, says['no-name']());
    return;
  }
  const [domain = '', name, ...more] = signerName.split('/');
  if (name === undefined || more.length > 0) {
    context.report.invalid(path, says['not-two-parts']({ name: signerName }));
    return;
  }
  const problem = domainProblem(domain) ?? firstProblem(name.split('.'), dnsSubdomainProblem);
  if (problem) context.report.invalid(path, says['invalid-name']({ name: signerName, problem }));
  if (byteLength(domain) > maxSubdomainLength || byteLength(signerName) > maxSignerNameLength) {
    context.report.tooLong(path, says['too-long']({ domainLimit: maxSubdomainLength, limit: maxSignerNameLength }));
  }
}

function domainProblem(domain: string): Message | undefined {
  const labels = domain.split('.');
  return firstProblem(labels, dnsLabelProblem) ?? (labels.length < 2 ? says['no-dot']() : undefined);
}

function firstProblem(parts: readonly string[], problemOf: (part: string) => Message | undefined): Message | undefined {
  for (const part of parts) {
    const problem = problemOf(part);
    if (problem) return says['invalid-part']({ part, problem });
  }
  return undefined;
}

/** Whether the signer belongs to Kubernetes itself (IsKubernetesSignerName). */
export function isKubernetesSigner(signerName: string): boolean {
  const [domain = ''] = signerName.split('/', 1);
  return domain === 'kubernetes.io' || domain.endsWith('.kubernetes.io');
}
