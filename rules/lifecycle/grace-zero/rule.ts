import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: 'lifecycle/grace-zero',
  level: 'warn',
  summary: 'A grace period of 0 seconds, which deletes the Pod by force',
  messages: {
    force:
      'With terminationGracePeriodSeconds 0 a deleted Pod is gone from the API at once, before its containers have ended: what takes its place may start while they still write. Programs have 2 s after SIGTERM. Set at least 1.',
    sameName:
      'With terminationGracePeriodSeconds 0 a deleted Pod is gone from the API at once, before its containers have ended: the StatefulSet starts another one with the same name and claims while the first may still write. Programs have 2 s after SIGTERM. Set at least 1.',
    cutsHook:
      'With terminationGracePeriodSeconds 0 the preStop hook of container "{name}" is cut off after 1 s when the Pod is deleted, and does not run at all when a probe kills the container. A deleted Pod is gone from the API at once, before its containers have ended. Set a grace period that is longer than the hook.',
    hook: 'The hook that has no time.',
  },
  pod(pod, report) {
    if (pod.spec.terminationGracePeriodSeconds !== 0) return;
    const at = pod.at.terminationGracePeriodSeconds;
    const hooked = pod.containers.find(({ value }) => value.lifecycle?.preStop);
    if (hooked)
      report({
        at,
        message: 'cutsHook',
        data: { name: hooked.name },
        related: [{ at: hooked.at.lifecycle.preStop, message: 'hook' }],
      });
    else report({ at, message: pod.object.kindName === 'StatefulSet' ? 'sameName' : 'force' });
  },
});
