import { defineRule, each, set, type ContainerView, type FixProposal } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { capabilityName, drops, isPrivileged, isWindows } from '../../kit/security-context.js';

export default defineRule({
  id: 'security/net-raw',
  level: 'off',
  fix: 'unsafe',
  summary: 'A container that can send raw packets',
  brief: 'may send raw packets',
  messages: {
    kept: 'Container "{name}" keeps the capability "NET_RAW". Most runtimes give it to every container; with it a process can forge packets and pretend to be another Pod. Drop "NET_RAW" or "ALL".',
    added:
      'Container "{name}" adds the capability "NET_RAW". With it a process can forge packets and pretend to be another Pod. Remove it unless the program sends raw packets.',
  },
  unset: ['kept'],
  container(container, report) {
    if (isPrivileged(container) || isWindows(container.pod)) return;
    const { name, value, at } = container;
    const added = each(value.securityContext?.capabilities?.add, at.securityContext.capabilities.add).find(
      (capability) => capabilityName(capability.value) === 'NET_RAW',
    );
    if (added) report({ at: added.at, message: 'added', data: { name } });
    else if (!drops(container, 'NET_RAW') && !isPatch(container))
      report({
        at: at.securityContext.capabilities.drop,
        message: 'kept',
        data: { name },
        fixes: dropFixes(container),
      });
  },
});

/** None for a container that drops others: dropping all of them instead is another rule's business. */
function dropFixes({ value, at }: ContainerView): FixProposal[] {
  if (value.securityContext?.capabilities?.drop) return [];
  return [
    { title: 'Drop NET_RAW', safety: 'unsafe', changes: [set(at.securityContext.capabilities.drop, ['NET_RAW'])] },
  ];
}
