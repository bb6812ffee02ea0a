import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { validateAppArmorProfile } from '../security/apparmor.js';
import { idProblem } from '../security/ids.js';
import { validateSeccompProfile } from '../security/seccomp.js';
import { validateWindowsOptions } from '../security/windows-options.js';
import type { PodFacts } from './pod-facts.js';

const says = defineMessages('container-security', {
  'invalid-user': '{user} cannot be a user: {problem}.',
  'invalid-group': '{group} cannot be a group: {problem}.',
  'unmasked-proc':
    'An unmasked /proc needs a pod with a user namespace of its own. Set spec.hostUsers to false, or procMount to "Default".',
  'node-users': 'the pod has the users of the node',
  'privileged-escalation':
    'A privileged container can gain privileges whatever allowPrivilegeEscalation says. Remove one of the two.',
  privileged: 'the container is privileged',
  'capability-escalation':
    'A container with {capability} can gain privileges whatever allowPrivilegeEscalation says. Remove one of the two.',
  'capability-added': '{capability} is added',
});

export type SecurityContext = Decoded<core.SecurityContext>;

const procMounts = ['Default', 'Unmasked'] as const;

/** A capability that allows so much that no_new_privs would mean nothing. */
const adminCapability = 'CAP_SYS_ADMIN';

export function isPrivileged(securityContext: SecurityContext | undefined): boolean {
  return securityContext?.privileged === true;
}

/** ValidateSecurityContext, pkg/apis/core/validation/validation.go, on a server that allows privileged containers. */
export function validateSecurityContext(
  securityContext: SecurityContext,
  path: FieldPath,
  facts: PodFacts,
  context: Context,
): void {
  const { seccompProfile, appArmorProfile, windowsOptions, procMount } = securityContext;
  validateIds(securityContext, path, context);
  if (procMount !== undefined) validateProcMount(procMount, path, facts, context);
  if (securityContext.allowPrivilegeEscalation === false) validateNoEscalation(securityContext, path, context);
  if (seccompProfile) validateSeccompProfile(seccompProfile, path.child('seccompProfile'), context);
  if (appArmorProfile) validateAppArmorProfile(appArmorProfile, path.child('appArmorProfile'), context);
  if (windowsOptions) validateWindowsOptions(windowsOptions, path.child('windowsOptions'), context);
}

function validateIds({ runAsUser, runAsGroup }: SecurityContext, path: FieldPath, context: Context): void {
  const userProblem = runAsUser !== undefined && idProblem(runAsUser);
  if (userProblem)
    context.report.invalid(path.child('runAsUser'), says['invalid-user']({ user: runAsUser, problem: userProblem }));
  const groupProblem = runAsGroup !== undefined && idProblem(runAsGroup);
  if (groupProblem)
    context.report.invalid(
      path.child('runAsGroup'),
      says['invalid-group']({ group: runAsGroup, problem: groupProblem }),
    );
}

/**
 * An unmasked /proc shows the node's, so only a pod in a user namespace of its own may have it (since 1.30, when the
 * field could first be set).
 */
function validateProcMount(
  procMount: string,
  path: FieldPath,
  { hostUsers, specPath }: PodFacts,
  context: Context,
): void {
  if (!(procMounts as readonly string[]).includes(procMount)) {
    context.report.notSupported(path.child('procMount'), procMount, procMounts);
  } else if (procMount === 'Unmasked' && hostUsers) {
    context.report.invalid(path.child('procMount'), says['unmasked-proc'](), {
      related: [{ field: specPath.child('hostUsers'), message: says['node-users']() }],
    });
  }
}

/** The server reports these on the security context as a whole. */
function validateNoEscalation(securityContext: SecurityContext, path: FieldPath, context: Context): void {
  const at = path.child('allowPrivilegeEscalation');
  if (isPrivileged(securityContext)) {
    context.report.invalid(path, says['privileged-escalation'](), {
      at,
      related: [{ field: path.child('privileged'), message: says.privileged() }],
    });
  }
  const index = securityContext.capabilities?.add?.indexOf(adminCapability) ?? -1;
  if (index < 0) return;
  context.report.invalid(path, says['capability-escalation']({ capability: adminCapability }), {
    at,
    related: [
      {
        field: path.child('capabilities', 'add').index(index),
        message: says['capability-added']({ capability: adminCapability }),
      },
    ],
  });
}
