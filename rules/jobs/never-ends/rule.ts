import {
  defineRule,
  moveTo,
  type ChoiceProposal,
  type ContainerView,
  type ObjectView,
  type PodView,
} from '@podlint/engine/rule';
import { isEnabled, type Decoded, type batch } from '@podlint/model';
import { neverEnds } from './endless.js';

export default defineRule<'command' | 'proxy' | 'policy'>({
  id: 'jobs/never-ends',
  level: 'warn',
  hasChoices: true,
  summary: 'A Job with a container that never ends',
  brief: 'the Job never completes',
  messages: {
    command:
      'Container "{name}" runs {reason} for ever, so the Job never completes. A Job is complete when all its containers have ended. Move it to initContainers with restartPolicy: Always, which makes it a sidecar, or let it end.',
    proxy:
      'The proxy "{name}" runs until it is stopped, so the Job never completes. A Job is complete when all its containers have ended ({reason} does not end). Move it to initContainers with restartPolicy: Always, which makes it a sidecar.',
    policy:
      'Container "{name}" has a restartPolicy of its own, Always, so the Job never completes. The kubelet starts the container again whenever it ends, and a Job is complete when all its containers have ended. Remove it, or move the container to initContainers, where it makes a sidecar of it.',
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
      report({
        at: message === 'proxy' ? at.image : message === 'policy' ? at.restartPolicy : command,
        message,
        data: { name, reason },
        choices: () => asSidecar(container, pod),
      });
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

/** The last container has to stay where it is, and one that says how it restarts is no sidecar by one more field. */
function asSidecar({ at, value }: ContainerView, { at: podAt, spec, object }: PodView): ChoiceProposal[] {
  const isMovable = (spec.containers ?? []).length > 1 && value.restartPolicy === undefined;
  if (!isMovable || !isEnabled('SidecarContainers', object.minor)) return [];
  const changes = [moveTo(at, podAt.initContainers, { restartPolicy: 'Always' })];
  return [{ title: 'Move it to initContainers with restartPolicy: Always', changes }];
}
