import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength, dnsLabelProblem, dnsSubdomainProblem } from '../../formats.js';

const says = defineMessages('host-name', {
  'invalid-label': '"{value}" cannot be a {field}, which is one part of a DNS name: {problem}.',
  'override-and-fqdn':
    'The pod cannot take its full DNS name as host name and another one as well. Remove hostnameOverride or setHostnameAsFQDN.',
  fqdn: 'asks for the full DNS name',
  'override-and-host-network':
    'On the network of the node a pod has the name of the node. Remove hostnameOverride or hostNetwork.',
  'host-network': 'puts the pod on the network of the node',
  'override-too-long': 'A host name has {limit} characters at most, and this one has {length}. Shorten it.',
  'invalid-override': '"{name}" cannot be a host name: {problem}.',
});

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
  if (problem) context.report.invalid(path.child(field), says['invalid-label']({ value, field, problem }));
}

function validateHostnameOverride(name: string, spec: PodSpec, path: FieldPath, context: Context): void {
  const { report } = context;
  const field = path.child('hostnameOverride');
  if (spec.setHostnameAsFQDN) {
    report.forbidden(field, says['override-and-fqdn'](), {
      related: [{ field: path.child('setHostnameAsFQDN'), message: says.fqdn() }],
    });
  }
  if (spec.hostNetwork) {
    report.forbidden(field, says['override-and-host-network'](), {
      related: [{ field: path.child('hostNetwork'), message: says['host-network']() }],
    });
  }
  if (byteLength(name) > maxHostnameLength)
    report.tooLong(field, says['override-too-long']({ limit: maxHostnameLength, length: byteLength(name) }));
  const problem = dnsSubdomainProblem(name);
  if (problem) report.invalid(field, says['invalid-override']({ name, problem }));
}
