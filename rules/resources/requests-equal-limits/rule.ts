import { defineRule, entryAt } from '@podlint/engine/rule';
import { quantityIn } from '@podlint/model';

interface Options {
  readonly resources: readonly string[];
}

export default defineRule<'differ', Options>({
  id: 'resources/requests-equal-limits',
  level: 'off',
  summary: 'A container whose request and limit differ',
  brief: 'request and limit differ',
  messages: {
    differ:
      'Container "{name}" requests {request} of {resource} but may use {limit}. It gets the difference only while the node has it to spare, so it cannot rely on it. Make the two equal.',
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        resources: {
          type: 'array',
          items: { type: 'string' },
          uniqueItems: true,
          description: 'The resources to compare.',
        },
      },
    },
    defaults: { resources: ['cpu', 'memory'] },
  },
  container({ name, value, at }, report, { resources }) {
    const { requests, limits } = value.resources ?? {};
    if (!requests || !limits) return;
    for (const resource of resources) {
      const [request, limit] = [quantityIn(requests, resource), quantityIn(limits, resource)];
      if (!request || !limit || request.compare(limit) === 0) continue;
      report({
        at: entryAt(at.resources.requests, resource),
        message: 'differ',
        data: { name, resource, request: String(request), limit: String(limit) },
      });
    }
  },
});
