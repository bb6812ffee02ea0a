import { defineRule, each } from '@podlint/engine/rule';
import { isSafeSysctl, sysctlNamespace } from '@podlint/model';

export default defineRule({
  id: 'security/unsafe-sysctls',
  level: 'off',
  summary: 'A sysctl that the kubelet does not let every Pod set',
  brief: 'unsafe sysctl',
  messages: {
    unsafe:
      'The sysctl "{sysctl}" is not among the safe ones. A kubelet that does not allow it (--allowed-unsafe-sysctls) refuses the Pod with SysctlForbidden; one that does lets the Pod starve its neighbours. Remove it, or make sure that the Pod runs on nodes that allow it.',
    nodeWide:
      'The sysctl "{sysctl}" belongs to the whole node. No kubelet can allow a Pod to set it, so the Pod is refused with SysctlForbidden. Set it on the nodes themselves.',
  },
  pod({ object, spec, at }, report) {
    for (const sysctl of each(spec.securityContext?.sysctls, at.securityContext.sysctls)) {
      const { name = '' } = sysctl.value;
      if (name === '' || isSafeSysctl(name, object.minor)) continue;
      const message = sysctlNamespace(name) === undefined ? 'nodeWide' : 'unsafe';
      report({ at: sysctl.at.name, message, data: { sysctl: name } });
    }
  },
});
