import { defineRule } from '@podlint/engine/rule';
import { stopOf } from './stop.js';

export default defineRule({
  id: 'lifecycle/sidecar-ends-early',
  level: 'warn',
  summary: 'A preStop hook that ends a sidecar while the containers that it serves still run',
  brief: 'sidecar ends before the others',
  messages: {
    hook: 'The preStop hook of sidecar "{name}" ends it before the others have ended. `{stop}` runs at once: when a Pod ends, all preStop hooks run at the same time, and only SIGTERM waits for the regular containers. Remove the hook: the kubelet sends SIGTERM to the sidecar after they have ended.',
  },
  container(container, report) {
    const { spec } = container.pod;
    // Without a grace period no hook runs for sure, and in a shared namespace process 1 is another.
    if (container.role !== 'sidecar' || spec.terminationGracePeriodSeconds === 0 || spec.shareProcessNamespace) return;
    const { value, at, name } = container;
    const hook = value.lifecycle?.preStop;
    const stop = hook && stopOf(hook);
    if (stop === undefined) return;
    const field = at.lifecycle.preStop;
    report({ at: hook?.exec ? field.exec.command : field.httpGet.path, message: 'hook', data: { name, stop } });
  },
});
