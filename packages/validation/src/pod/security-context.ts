import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../context.js';
import { validateAppArmorProfile } from './security/apparmor.js';
import { idProblem } from './security/ids.js';
import { validateSeccompProfile } from './security/seccomp.js';
import { validateWindowsOptions } from './security/windows-options.js';
import { validateSysctls } from './sysctls.js';

const says = defineMessages('pod-security', {
  'shared-and-host-processes':
    'The containers cannot share a process namespace of their own and have that of the node (hostPID). Remove one of the two.',
  'host-pid': "asks for the node's process namespace",
  'invalid-id': '{id} cannot be used as {field}: {problem}.',
  'invalid-group': '{group} cannot be a group: {problem}.',
});

type PodSpec = Decoded<core.PodSpec>;
type PodSecurityContext = Decoded<core.PodSecurityContext>;

const idFields = ['fsGroup', 'runAsUser', 'runAsGroup'] as const satisfies readonly (keyof PodSecurityContext)[];

const fsGroupChangePolicies = ['OnRootMismatch', 'Always'] as const;
const supplementalGroupsPolicies = ['Merge', 'Strict'] as const;
const seLinuxChangePolicies = ['Recursive', 'MountOption'] as const;
const onlyRecursive = ['Recursive'] as const;

/** validatePodSpecSecurityContext, pkg/apis/core/validation/validation.go. */
export function validatePodSecurityContext(spec: PodSpec, specPath: FieldPath, context: Context): void {
  validateProcessNamespace(spec, specPath, context);
  const { securityContext } = spec;
  if (!securityContext) return;
  const path = specPath.child('securityContext');
  validateIds(securityContext, path, context);
  validateWords(securityContext, path, context);
  const { sysctls, seccompProfile, appArmorProfile, windowsOptions } = securityContext;
  if (sysctls) validateSysctls(sysctls, spec, path.child('sysctls'), specPath, context);
  if (seccompProfile) validateSeccompProfile(seccompProfile, path.child('seccompProfile'), context);
  if (appArmorProfile) validateAppArmorProfile(appArmorProfile, path.child('appArmorProfile'), context);
  if (windowsOptions) validateWindowsOptions(windowsOptions, path.child('windowsOptions'), context);
}

/** The server keeps this field in the security context, and names it there. */
function validateProcessNamespace(
  { shareProcessNamespace, hostPID }: PodSpec,
  specPath: FieldPath,
  { report }: Context,
): void {
  if (!shareProcessNamespace || !hostPID) return;
  report.invalid(specPath.child('securityContext', 'shareProcessNamespace'), says['shared-and-host-processes'](), {
    at: specPath.child('shareProcessNamespace'),
    related: [{ field: specPath.child('hostPID'), message: says['host-pid']() }],
  });
}

function validateIds(securityContext: PodSecurityContext, path: FieldPath, { report }: Context): void {
  for (const field of idFields) {
    const id = securityContext[field];
    const problem = id !== undefined && idProblem(id);
    if (problem) report.invalid(path.child(field), says['invalid-id']({ id, field, problem }));
  }
  securityContext.supplementalGroups?.forEach((group, i) => {
    const problem = idProblem(group);
    if (problem) report.invalid(path.child('supplementalGroups').index(i), says['invalid-group']({ group, problem }));
  });
}

function validateWords(securityContext: PodSecurityContext, path: FieldPath, context: Context): void {
  validateWord(securityContext, 'fsGroupChangePolicy', fsGroupChangePolicies, path, context);
  validateWord(securityContext, 'supplementalGroupsPolicy', supplementalGroupsPolicies, path, context);
  // Without the gate SELinuxMount the volumes can only be relabelled file by file.
  validateWord(
    securityContext,
    'seLinuxChangePolicy',
    context.options.allowOnlyRecursiveSELinuxChangePolicy ? onlyRecursive : seLinuxChangePolicies,
    path,
    context,
  );
}

type WordField = 'fsGroupChangePolicy' | 'supplementalGroupsPolicy' | 'seLinuxChangePolicy';

/** Here an empty text is not an absent one, but a wrong word. */
function validateWord(
  securityContext: PodSecurityContext,
  field: WordField,
  words: readonly string[],
  path: FieldPath,
  { report }: Context,
): void {
  const word = securityContext[field];
  if (word !== undefined && !words.includes(word)) report.notSupported(path.child(field), word, words);
}
