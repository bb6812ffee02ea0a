import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength, dnsLabelProblem, dnsSubdomainProblem } from '../../formats.js';

type PodSpec = Decoded<core.PodSpec>;

/** What the Linux kernel can hold (validatePodHostName, pkg/apis/core/validation/validation.go). */
const maxHostnameLength = 64;

/** The names that the pod is known by in DNS and inside of itself. */
export function validateHostNames(spec: PodSpec, path: FieldPath, context: Context): void {
  validateDnsLabel(spec.hostname, 'hostname', path, context);
  validateDnsLabel(spec.subdomain, 'subdomain', path, context);
  if (spec.hostnameOverride !== undefined) validateHostnameOverride(spec.hostnameOverride, spec, path, context);
}

function validateDnsLabel(value: string | undefined, field: string, path: FieldPath, context: Context): void {
  const problem = value && dnsLabelProblem(value);
  if (problem)
    context.report.invalid(
      path.child(field),
      `"${value}" cannot be a ${field}, which is one part of a DNS name: ${problem}.`,
    );
}

function validateHostnameOverride(name: string, spec: PodSpec, path: FieldPath, context: Context): void {
  const { report } = context;
  const field = path.child('hostnameOverride');
  if (spec.setHostnameAsFQDN) {
    report.forbidden(
      field,
      'The pod cannot take its full DNS name as host name and another one as well. Remove hostnameOverride or setHostnameAsFQDN.',
      {
        related: [{ field: path.child('setHostnameAsFQDN'), message: 'asks for the full DNS name' }],
      },
    );
  }
  if (spec.hostNetwork) {
    report.forbidden(
      field,
      'On the network of the node a pod has the name of the node. Remove hostnameOverride or hostNetwork.',
      {
        related: [{ field: path.child('hostNetwork'), message: 'puts the pod on the network of the node' }],
      },
    );
  }
  if (byteLength(name) > maxHostnameLength)
    report.tooLong(
      field,
      `A host name has ${maxHostnameLength} characters at most, and this one has ${byteLength(name)}. Shorten it.`,
    );
  const problem = dnsSubdomainProblem(name);
  if (problem) report.invalid(field, `"${name}" cannot be a host name: ${problem}.`);
}
