import { defineRule, each } from '@podlint/engine/rule';
import { capabilityName, isPrivileged } from '../../kit/security-context.js';
import { dangerousPowers } from './powers.js';

interface Options {
  readonly allow: readonly string[];
}

export default defineRule<'dangerous', Options>({
  id: 'security/dangerous-capabilities',
  level: 'warn',
  summary: 'A container that adds a capability which leads out of it',
  brief: 'dangerous capability added',
  messages: {
    dangerous:
      'Container "{name}" adds the capability "{capability}", with which a process can {power}. Remove it, or add the narrowest capability that the program can do with.',
  },
  options: {
    schema: {
      type: 'object',
      properties: {
        allow: {
          type: 'array',
          items: { type: 'string' },
          description: 'Capabilities that are not reported, as "NET_ADMIN"',
        },
      },
      additionalProperties: false,
    },
    defaults: { allow: [] },
  },
  container(container, report, { allow }) {
    const added = container.value.securityContext?.capabilities?.add;
    if (!added || isPrivileged(container)) return;
    for (const { value, at } of each(added, container.at.securityContext.capabilities.add)) {
      const capability = capabilityName(value);
      const power = dangerousPowers.get(capability);
      if (power === undefined || allow.map(capabilityName).includes(capability)) continue;
      report({ at, message: 'dangerous', data: { name: container.name, capability, power } });
    }
  },
});
