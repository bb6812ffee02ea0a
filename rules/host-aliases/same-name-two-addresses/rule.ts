import { defineRule, type Field } from '@podlint/engine/rule';
import { addressFamily, canonicalAddress } from '../../kit/addresses.js';

export default defineRule({
  id: 'host-aliases/same-name-two-addresses',
  level: 'warn',
  summary: 'A hostname that hostAliases give two addresses of one family',
  messages: {
    second:
      'Hostname "{hostname}" already has the {family} address "{first}", so "{second}" comes second in /etc/hosts: programs connect to the first one, and at best try this one when that fails. /etc/hosts does not balance; keep one address, or use a Service.',
  },
  pod(pod, report) {
    const aliases = pod.spec.hostAliases;
    if (!aliases?.length) return;
    const seen = new Map<string, { ip: string; at: Field }>();
    aliases.forEach(({ ip = '', hostnames = [] }, entry) => {
      const family = addressFamily(ip);
      if (!family) return;
      hostnames.forEach((hostname, index) => {
        const at = pod.at.hostAliases[entry]!.hostnames[index]!;
        const key = `${family} ${hostname}`;
        const first = seen.get(key);
        if (!first) seen.set(key, { ip, at });
        else if (canonicalAddress(first.ip) !== canonicalAddress(ip)) {
          report({
            at,
            message: 'second',
            data: { hostname, family, first: first.ip, second: ip },
            related: [{ at: first.at, message: `The first address of "${hostname}".` }],
          });
        }
      });
    });
  },
});
