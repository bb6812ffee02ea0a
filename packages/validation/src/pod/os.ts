import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../context.js';
import { containerPath, visitContainers } from './visit-containers.js';

const says = defineMessages('pod-os', {
  'no-name': 'The operating system is not named. Set "linux" or "windows", or remove os.',
  'foreign-field': 'A Pod on {system} cannot have `{field}`. Remove it, or correct spec.os.',
  system: 'the pod runs on {system}',
});

type PodSpec = Decoded<core.PodSpec>;
type PodSecurityContext = Decoded<core.PodSecurityContext>;
type SecurityContext = Decoded<core.SecurityContext>;

const operatingSystems = ['linux', 'windows'] as const;

/**
 * Fields that mean something on Linux only (validateWindows, pkg/apis/core/validation/validation.go): forbidden where
 * they are set at all.
 */
const linuxSpecFields = ['hostUsers', 'shareProcessNamespace'] as const satisfies readonly (keyof PodSpec)[];

/** Forbidden where they are true. */
const linuxSpecSwitches = ['hostPID', 'hostIPC'] as const satisfies readonly (keyof PodSpec)[];

const linuxPodSecurityFields = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
] as const satisfies readonly (keyof PodSecurityContext)[];

const linuxContainerSecurityFields = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
] as const satisfies readonly (keyof SecurityContext)[];

/** spec.os, and the fields that do not go with it (validateOS and its followers). */
export function validateOs(spec: PodSpec, path: FieldPath, context: Context): void {
  const name = spec.os?.name;
  if (!name) context.report.required(path.child('os', 'name'), says['no-name']());
  else if (name === 'linux') forbidWindowsOptions(spec, path, context);
  else if (name === 'windows') forbidLinuxFields(spec, path, context);
  else context.report.notSupported(path.child('os'), name, operatingSystems, { at: path.child('os', 'name') });
}

function forbidWindowsOptions(spec: PodSpec, path: FieldPath, context: Context): void {
  if (spec.securityContext?.windowsOptions)
    forbid(path.child('securityContext', 'windowsOptions'), 'Linux', path, context);
  visitContainers(spec, ({ securityContext }, list, i) => {
    if (securityContext?.windowsOptions)
      forbid(containerPath(path, list, i).child('securityContext', 'windowsOptions'), 'Linux', path, context);
  });
}

function forbidLinuxFields(spec: PodSpec, path: FieldPath, context: Context): void {
  const { securityContext } = spec;
  for (const field of linuxSpecFields)
    if (spec[field] !== undefined) forbid(path.child(field), 'Windows', path, context);
  for (const field of linuxSpecSwitches) if (spec[field]) forbid(path.child(field), 'Windows', path, context);
  if (securityContext)
    forbidFields(securityContext, linuxPodSecurityFields, path.child('securityContext'), path, context);
  if (securityContext?.sysctls?.length) forbid(path.child('securityContext', 'sysctls'), 'Windows', path, context);
  visitContainers(spec, (container, list, i) => {
    if (container.securityContext)
      forbidFields(
        container.securityContext,
        linuxContainerSecurityFields,
        containerPath(path, list, i).child('securityContext'),
        path,
        context,
      );
  });
}

function forbidFields<Owner extends object>(
  owner: Owner,
  fields: readonly (keyof Owner & string)[],
  ownerPath: FieldPath,
  specPath: FieldPath,
  context: Context,
): void {
  for (const field of fields)
    if (owner[field] !== undefined) forbid(ownerPath.child(field), 'Windows', specPath, context);
}

function forbid(field: FieldPath, system: 'Linux' | 'Windows', specPath: FieldPath, context: Context): void {
  context.report.forbidden(field, says['foreign-field']({ field: field.segment, system }), {
    related: [{ field: specPath.child('os', 'name'), message: says.system({ system }) }],
  });
}
