import { defineRule, set, type ContainerView } from '@podlint/engine/rule';

export default defineRule({
  id: 'security/privileged',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A container that runs privileged',
  brief: 'privileged container',
  messages: {
    privileged:
      'Container "{name}" runs privileged. It has every capability and every device of its node, so anyone who compromises it controls the node. Give it only the capabilities it needs.',
    hostProcess:
      'Container "{name}" is a HostProcess container. It runs on its Windows node itself, with all rights there, so anyone who compromises it controls the node. Run it as an ordinary container unless it administers the node.',
    podHostProcess:
      'The containers of this Pod are HostProcess containers. They run on their Windows node itself, with all rights there, so anyone who compromises one controls the node. Run them as ordinary containers unless they administer the node.',
  },
  pod({ spec, at }, report) {
    if (spec.securityContext?.windowsOptions?.hostProcess === true)
      report({ at: at.securityContext.windowsOptions.hostProcess, message: 'podHostProcess' });
  },
  container({ name, value, at }, report) {
    const { privileged, windowsOptions } = value.securityContext ?? {};
    if (privileged === true) {
      const flag = at.securityContext.privileged;
      report({
        at: flag,
        message: 'privileged',
        data: { name },
        fixes: needsPrivileges(value)
          ? []
          : [{ title: 'Set privileged to false', safety: 'unsafe', changes: [set(flag, false)], isTaken: true }],
      });
    }
    if (windowsOptions?.hostProcess === true)
      report({ at: at.securityContext.windowsOptions.hostProcess, message: 'hostProcess', data: { name } });
  },
});

/** The server takes such mounts from privileged containers only (validateMountPropagation, pkg/apis/core/validation). */
function needsPrivileges({ volumeMounts }: ContainerView['value']): boolean {
  return volumeMounts?.some(({ mountPropagation }) => mountPropagation === 'Bidirectional') ?? false;
}
