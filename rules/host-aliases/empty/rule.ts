import { defineRule, each, remove } from '@podlint/engine/rule';

export default defineRule({
  id: 'host-aliases/empty',
  level: 'info',
  fix: 'safe',
  summary: 'An entry of hostAliases without hostnames',
  brief: 'entry without hostnames',
  messages: {
    empty:
      'The entry for "{ip}" has no hostnames. It names nothing and only leaves a useless line in /etc/hosts. Add the hostnames, or remove the entry.',
  },
  pod(pod, report) {
    const aliases = pod.spec.hostAliases;
    if (!aliases?.length) return;
    const isAllEmpty = aliases.every(({ hostnames }) => !hostnames?.length);
    for (const { value, at } of each(aliases, pod.at.hostAliases)) {
      const { ip = '', hostnames } = value;
      if (hostnames?.length) continue;
      const change = isAllEmpty ? remove(pod.at.hostAliases) : remove(at);
      report({
        at: hostnames ? at.hostnames : at.ip,
        message: 'empty',
        data: { ip },
        fixes: [{ title: 'Remove the entry', safety: 'safe', changes: [change] }],
      });
    }
  },
});
