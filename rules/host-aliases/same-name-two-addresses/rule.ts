import { defineRule } from '@podlint/engine/rule';
import { addressFamily, canonicalAddress } from '../../kit/addresses.js';
import { namedAliases, type NamedAlias } from '../../kit/host-aliases.js';

export default defineRule({
  id: 'host-aliases/same-name-two-addresses',
  level: 'warn',
  summary: 'A hostname that hostAliases give two addresses of one family',
  brief: 'one hostname, two addresses',
  messages: {
    second:
      'Hostname "{hostname}" already has the {family} address "{first}". Programs connect to the first one, and at best try "{second}" when that fails: /etc/hosts does not balance. Keep one address, or use a Service.',
    first: 'The first address of "{hostname}".',
  },
  pod(pod, report) {
    const seen = new Map<string, NamedAlias>();
    for (const alias of namedAliases(pod)) {
      const { hostname, ip, at } = alias;
      const family = addressFamily(ip);
      if (!family) continue;
      const key = `${family} ${hostname}`;
      const first = seen.get(key);
      if (!first) seen.set(key, alias);
      else if (canonicalAddress(first.ip) !== canonicalAddress(ip)) {
        report({
          at,
          message: 'second',
          data: { hostname, family, first: first.ip, second: ip },
          related: [{ at: first.at, message: 'first', data: { hostname } }],
        });
      }
    }
  },
});
