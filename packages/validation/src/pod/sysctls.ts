import { defineMessages } from '@podlint/messages';
import { sysctlNamespace, type Decoded, type FieldPath, type core } from '@podlint/model';
import type { Context } from '../context.js';
import { byteLength, maxSubdomainLength } from '../formats.js';
import { FirstUses } from './first-uses.js';

const says = defineMessages('sysctl', {
  'shared-namespace':
    'With {field} the pod shares what "{name}" tunes with its node, and would tune it for everybody there. Remove the sysctl, or {field}.',
  'shares-namespace': 'shares it with the node',
  'no-name': 'The sysctl has no name. Set it, as in "net.ipv4.tcp_syncookies".',
  'invalid-name':
    '"{name}" cannot be the name of a sysctl. Use lower case letters, digits, "-" and "_" in parts between dots or slashes, {limit} characters at most.',
  twice: '"{name}" is set twice. Keep one of the values.',
  'set-first': 'set here first',
});

type PodSpec = Decoded<core.PodSpec>;

const sysctlName = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;

type SharedNamespace = 'hostNetwork' | 'hostIPC';

/** validateSysctls, pkg/apis/core/validation/validation.go. */
export function validateSysctls(
  sysctls: readonly Decoded<core.Sysctl>[],
  spec: PodSpec,
  path: FieldPath,
  specPath: FieldPath,
  context: Context,
): void {
  const uses = new FirstUses<FieldPath>();
  sysctls.forEach(({ name = '' }, i) => {
    const field = path.index(i).child('name');
    validateName(name, uses.record(name, field), field, context);
    const shared = sharedNamespaceOf(name, spec);
    if (!shared || context.options.allowNamespacedSysctlsForHostNetAndHostIPC) return;
    context.report.invalid(field, says['shared-namespace']({ field: shared, name }), {
      related: [{ field: specPath.child(shared), message: says['shares-namespace']() }],
    });
  });
}

function validateName(name: string, earlier: FieldPath | undefined, field: FieldPath, { report }: Context): void {
  if (name === '') report.required(field, says['no-name']());
  else if (byteLength(name) > maxSubdomainLength || !sysctlName.test(name)) {
    report.invalid(field, says['invalid-name']({ name, limit: maxSubdomainLength }));
  } else if (earlier) {
    report.duplicate(field, says.twice({ name }), {
      related: [{ field: earlier, message: says['set-first']() }],
    });
  }
}

/** The field by which the pod shares the sysctl's kernel namespace with the node (ValidateHostSysctl). */
export function sharedNamespaceOf(sysctl: string, spec: PodSpec): SharedNamespace | undefined {
  if (!spec.hostNetwork && !spec.hostIPC) return undefined;
  const namespace = sysctlNamespace(sysctl);
  if (namespace === 'net') return spec.hostNetwork ? 'hostNetwork' : undefined;
  return namespace === 'ipc' && spec.hostIPC ? 'hostIPC' : undefined;
}
