import { defineRule, remove } from '@podlint/engine/rule';

export default defineRule({
  id: 'host-aliases/empty',
  level: 'info',
  fix: 'safe',
  summary: 'An entry of hostAliases without hostnames',
  messages: {
    empty:
      'The entry for "{ip}" has no hostnames, so it gives the address no name and only leaves a useless line in /etc/hosts. Add the hostnames, or remove the entry.',
  },
  pod(pod, report) {
    const aliases = pod.spec.hostAliases;
    if (!aliases?.length) return;
    const isAllEmpty = aliases.every(({ hostnames }) => !hostnames?.length);
    aliases.forEach(({ ip, hostnames }, index) => {
      if (hostnames?.length) return;
      const entry = pod.at.hostAliases[index]!;
      const change = isAllEmpty ? remove(pod.at.hostAliases) : remove(entry);
      report({
        at: hostnames ? entry.hostnames : entry.ip,
        message: 'empty',
        data: { ip: ip ?? '' },
        fixes: [{ title: 'Remove the entry', safety: 'safe', changes: [change] }],
      });
    });
  },
});
