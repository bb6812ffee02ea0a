import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: 'lifecycle/grace-zero',
  level: 'warn',
  summary: 'A grace period of 0 seconds, which deletes the Pod by force',
  brief: 'grace period of 0 seconds',
  messages: {
    force:
      'terminationGracePeriodSeconds 0 removes a deleted Pod from the API before it has ended. Its replacement may start while its containers still write; programs have 2 s after SIGTERM. Set at least 1.',
    sameName:
      'terminationGracePeriodSeconds 0 removes a deleted Pod from the API before it has ended. The StatefulSet starts another one with the same name and claims while the first may still write. Set at least 1.',
    cutsHook:
      'terminationGracePeriodSeconds 0 cuts the preStop hook off after 1 s. In container "{name}" it does not run at all when a probe kills the container. A deleted Pod is gone from the API at once, before its containers have ended. Set a grace period that is longer than the hook.',
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
