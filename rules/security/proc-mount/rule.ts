import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: 'security/proc-mount',
  level: 'off',
  summary: 'A container that sees all of /proc',
  messages: {
    unmasked:
      'Container "{name}" gets /proc without the masks that hide the kernel\'s keys, timers and memory from it, and it may write there. Remove procMount, unless the container runs containers itself.',
  },
  container({ name, value, at }, report) {
    if (value.securityContext?.procMount === 'Unmasked')
      report({ at: at.securityContext.procMount, message: 'unmasked', data: { name } });
  },
});
