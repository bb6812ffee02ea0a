import { defineRule, type ObjectView } from '@podlint/engine/rule';
import type { Decoded, batch } from '@podlint/model';
import { neverEnds } from './endless.js';

export default defineRule<'command' | 'proxy'>({
  id: 'jobs/never-ends',
  level: 'warn',
  summary: 'A Job with a container that never ends',
  messages: {
    command:
      'A Job is complete when all its containers have ended, and container "{name}" runs {reason} for ever. Move it to initContainers with restartPolicy: Always, which makes a sidecar of it, or let it end.',
    proxy:
      'A Job is complete when all its containers have ended, and the proxy "{name}" ({reason}) runs until it is stopped. Move it to initContainers with restartPolicy: Always, which makes a sidecar of it.',
  },
  object(object, report) {
    const { pod } = object;
    const spec = jobSpecOf(object);
    if (!pod || !spec || isEndedOtherwise(spec, pod.spec.activeDeadlineSeconds)) return;
    for (const container of pod.containers) {
      const found = container.role === 'regular' ? neverEnds(container, pod.containers) : undefined;
      if (!found) continue;
      const { message, reason } = found;
      const { value, at, name } = container;
      const command = value.command?.length ? at.command : at.args;
      report({ at: message === 'proxy' ? at.image : command, message, data: { name, reason } });
    }
  },
});

type JobSpec = Decoded<batch.JobSpec>;

function jobSpecOf({ kindName, value }: ObjectView): JobSpec | undefined {
  if (kindName === 'Job') return (value as Decoded<batch.Job>).spec;
  return kindName === 'CronJob' ? (value as Decoded<batch.CronJob>).spec?.jobTemplate?.spec : undefined;
}

/** A deadline, a policy about success, or somebody else who looks after the Job. */
function isEndedOtherwise(
  { activeDeadlineSeconds, successPolicy, managedBy }: JobSpec,
  ofPod: number | undefined,
): boolean {
  return activeDeadlineSeconds !== undefined || ofPod !== undefined || !!successPolicy || !!managedBy;
}
