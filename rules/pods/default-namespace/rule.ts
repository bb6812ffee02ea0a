import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: 'pods/default-namespace',
  level: 'off',
  summary: 'A Pod or workload without a namespace, or in the namespace "default"',
  brief: 'no namespace, or default',
  messages: {
    missing:
      'The {kind} "{name}" names no namespace. It goes wherever the client that applies it points to. Name the namespace.',
    default:
      'The {kind} "{name}" goes into the namespace "default". Quotas, policies and access rights of unrelated things meet there. Give it a namespace of its own.',
  },
  object(object, report) {
    const { pod, kindName, name, at } = object;
    if (!pod) return;
    const namespace = object.writtenValue(at.metadata.namespace);
    if (namespace && namespace !== 'default') return;
    report({ at: at.metadata.namespace, message: namespace ? 'default' : 'missing', data: { kind: kindName, name } });
  },
});
