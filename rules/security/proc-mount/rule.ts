import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: 'security/proc-mount',
  level: 'off',
  summary: 'A container that sees all of /proc',
  brief: 'sees all of /proc',
  messages: {
    unmasked:
      'Container "{name}" gets /proc without masks. Its root is nobody on the node (hostUsers: false), but it can still read what tells about the node and its other Pods. Remove procMount, unless the container runs containers itself.',
  },
  container({ name, value, at, pod }, report) {
    // Without users of its own the server refuses it, or drops it in older versions.
    if (value.securityContext?.procMount === 'Unmasked' && pod.spec.hostUsers === false)
      report({ at: at.securityContext.procMount, message: 'unmasked', data: { name } });
  },
});
