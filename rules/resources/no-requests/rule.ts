import { addition, defineRule, entryAt, set, type ChoiceProposal, type ContainerView } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { requestOf } from '../../kit/resources.js';

export default defineRule({
  id: 'resources/no-requests',
  level: 'warn',
  hasChoices: true,
  summary: 'A container that requests no cpu or no memory',
  brief: 'no cpu or memory requests',
  messages: {
    missing:
      'Container "{name}" requests no cpu and no memory. The scheduler reserves nothing for it and may put it on a full node, where it is among the first to be starved or evicted. Set resources.requests to what it normally uses.',
    noCpu:
      'Container "{name}" requests no cpu. The scheduler reserves none for it and may put it on a full node, where it only gets what others leave over. Set resources.requests.cpu to what it normally uses.',
    noMemory:
      'Container "{name}" requests no memory. The scheduler reserves none for it and may put it on a full node, where it is among the first to be evicted. Set resources.requests.memory to what it normally uses.',
  },
  unset: ['missing', 'noCpu', 'noMemory'],
  container(container, report) {
    const { role, name, at } = container;
    // Init containers share what is reserved for the containers after them (PodRequests,
    // component-helpers/resource/helpers.go).
    if (role === 'ephemeral' || role === 'init') return;
    const hasCpu = requestOf(container, 'cpu') !== undefined;
    const hasMemory = requestOf(container, 'memory') !== undefined;
    if ((hasCpu && hasMemory) || isPatch(container)) return;
    report({
      at: at.resources.requests,
      message: hasCpu ? 'noMemory' : hasMemory ? 'noCpu' : 'missing',
      data: { name },
      choices: () => [requests(container)],
    });
  },
});

/** What it lacks of the two. */
function requests(container: ContainerView): ChoiceProposal {
  const field = container.at.resources.requests;
  const missing = Object.entries({ cpu: '100m', memory: '128Mi' }).filter(
    ([resource]) => requestOf(container, resource) === undefined,
  );
  const words = missing.map(([resource, amount]) => `${amount} ${resource === 'cpu' ? 'CPU' : resource}`).join(' and ');
  if (!container.pod.object.isWritten(field))
    return addition(field, Object.fromEntries(missing), `requests of ${words}`);
  const changes = missing.map(([resource, amount]) => set(entryAt(field, resource), amount));
  return { title: `Add requests of ${words}`, changes };
}
