import { defineRule, entryAt } from '@podlint/engine/rule';

export default defineRule({
  id: 'resources/cpu-limit-set',
  level: 'off',
  summary: 'A cpu limit, which slows a container down while its node is idle',
  brief: 'cpu limit is set',
  opposes: 'resources/no-cpu-limit',
  messages: {
    container:
      'Container "{name}" has the cpu limit "{limit}". It is throttled every 100 ms even while its node is idle, which shows as slow answers. Remove the limit; the request alone keeps its share on a busy node.',
    pod: 'The containers of the Pod share the cpu limit "{limit}". They are throttled every 100 ms even while their node is idle, which shows as slow answers. Remove the limit; requests alone keep their share on a busy node.',
  },
  container({ name, value, at }, report) {
    const limit = value.resources?.limits?.cpu;
    if (limit !== undefined)
      report({ at: entryAt(at.resources.limits, 'cpu'), message: 'container', data: { name, limit } });
  },
  pod({ spec, at }, report) {
    const limit = spec.resources?.limits?.cpu;
    if (limit !== undefined) report({ at: entryAt(at.resources.limits, 'cpu'), message: 'pod', data: { limit } });
  },
});
