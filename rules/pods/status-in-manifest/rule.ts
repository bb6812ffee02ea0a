import { defineRule, remove } from '@podlint/engine/rule';

export default defineRule({
  id: 'pods/status-in-manifest',
  level: 'info',
  fix: 'safe',
  summary: 'A status in a manifest, which the server ignores',
  brief: 'status is ignored',
  messages: {
    ignored:
      'The server throws away the status of a {kind} that is created, because only controllers write it. Remove it: most often it came along from `kubectl get -o yaml`.',
  },
  object(object, report) {
    const { pod, kindName, at } = object;
    if (!pod || kindName === 'PodTemplate' || object.value.status === undefined || !object.isWritten(at.status)) return;
    report({
      at: at.status,
      message: 'ignored',
      data: { kind: kindName },
      fixes: [{ title: 'Remove the status', safety: 'safe', changes: [remove(at.status)] }],
    });
  },
});
