import { defineRule } from '@podlint/engine/rule';

interface Options {
  readonly allowed: readonly string[];
}

export default defineRule<'missing' | 'notAllowed', Options>({
  id: 'pods/priority-class',
  level: 'off',
  summary: 'A Pod without a priority class, or with one that is not allowed',
  brief: 'priority class missing or not allowed',
  messages: {
    missing:
      'No priorityClassName is set. The Pod gets the priority of the default class, or 0, so it is left to chance which Pods are evicted when nodes are full. Name a priority class.',
    notAllowed: 'The priority class "{name}" is not one of those that are allowed here ({allowed}). Use one of them.',
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        allowed: {
          type: 'array',
          items: { type: 'string' },
          description: 'Names of the classes that may be used; empty: all',
        },
      },
    },
    defaults: { allowed: [] },
  },
  pod({ spec, at }, report, { allowed }) {
    const name = spec.priorityClassName;
    if (!name) report({ at: at.priorityClassName, message: 'missing' });
    else if (allowed.length > 0 && !allowed.includes(name))
      report({ at: at.priorityClassName, message: 'notAllowed', data: { name, allowed: allowed.join(', ') } });
  },
});
