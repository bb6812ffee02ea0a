import { defineRule, each } from '@podlint/engine/rule';
import { isSafeSysctl, sysctlNamespace } from '@podlint/model';

export default defineRule({
  id: 'security/unsafe-sysctls',
  level: 'off',
  summary: 'A sysctl that the kubelet does not let every Pod set',
  messages: {
    unsafe:
      'The sysctl "{sysctl}" is not among the safe ones: a kubelet that is not told to allow it (--allowed-unsafe-sysctls) refuses the Pod with SysctlForbidden, and one that is lets the Pod starve its neighbours. Remove it, or see to it that the Pod runs on nodes that allow it.',
    nodeWide:
      'The sysctl "{sysctl}" is one of the whole node: no kubelet can allow a Pod to set it, so the Pod is refused with SysctlForbidden. Set it on the nodes themselves.',
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
