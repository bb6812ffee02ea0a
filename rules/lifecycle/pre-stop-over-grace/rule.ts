import { defineRule, set, type ContainerView, type Finding, type PodView } from '@podlint/engine/rule';
import { largest } from '@podlint/plain';
import { preStopTime, type HookTime } from './duration.js';

type Message = 'over' | 'whole' | 'endless' | 'period';

interface LateHook extends HookTime {
  readonly container: ContainerView;
}

/** What the fix leaves the program after its hook: as much as a Pod without a preStop hook has by default. */
const timeToEnd = 30;

export default defineRule<Message>({
  id: 'lifecycle/pre-stop-over-grace',
  level: 'error',
  fix: 'unsafe',
  summary: 'A preStop hook that takes as long as the grace period of the Pod, or longer',
  brief: 'preStop hook takes too long',
  ofWholePods: true,
  messages: {
    over: 'The preStop hook takes {seconds} s, but the container has {grace} s to end. Hook and program of container "{name}" share terminationGracePeriodSeconds{default}: the hook is cut off, and the program is killed 2 s later. Raise the grace period above the hook, or shorten the hook.',
    whole:
      'The preStop hook takes {seconds} s, which is the whole grace period. Hook and program of container "{name}" share terminationGracePeriodSeconds{default}: the program gets SIGTERM when the time is up and is killed 2 s later. Raise the grace period above the hook, or shorten the hook.',
    endless:
      'The preStop hook of container "{name}" sleeps for ever. It uses up all {grace} s that hook and program share (terminationGracePeriodSeconds{default}), and the program is killed 2 s after that. Let the hook end.',
    period: 'The grace period of the Pod.',
  },
  pod(pod, report) {
    const grace = pod.spec.terminationGracePeriodSeconds ?? 30;
    // Without a grace period no hook has time, which lifecycle/grace-zero speaks of.
    if (grace <= 0) return;
    const late = pod.containers.flatMap((container) => lateHook(container, grace));
    for (const hook of late) report(findingOn(hook, grace, pod, late));
  },
});

/** Init containers and ephemeral ones have no hooks; the server refuses them. */
function lateHook(container: ContainerView, grace: number): LateHook[] {
  if (!container.value.lifecycle?.preStop || container.role === 'init' || container.role === 'ephemeral') return [];
  const time = preStopTime(container);
  return time && time.seconds >= grace ? [{ ...time, container }] : [];
}

function findingOn(
  { container, seconds, at }: LateHook,
  grace: number,
  pod: PodView,
  late: readonly LateHook[],
): Finding<Message> {
  const field = pod.at.terminationGracePeriodSeconds;
  const isWritten = pod.object.isWritten(field);
  const needed = Math.ceil(largest(late.map((hook) => hook.seconds))) + timeToEnd;
  const isRefused = container.value.lifecycle?.preStop?.sleep !== undefined && seconds > grace;
  return {
    at,
    // The server itself refuses a sleep action that is longer than the grace period (validateSleepAction).
    ...(isRefused ? { insteadOf: 'api/invalid' } : {}),
    message: seconds === Infinity ? 'endless' : seconds > grace ? 'over' : 'whole',
    // JSON has no number for what never ends.
    data: {
      name: container.name,
      seconds: Number.isFinite(seconds) ? seconds : 'for ever',
      grace,
      default: isWritten ? '' : ', the default',
    },
    fixes: Number.isFinite(needed)
      ? [{ title: `Set terminationGracePeriodSeconds to ${needed}`, safety: 'unsafe', changes: [set(field, needed)] }]
      : [],
    related: isWritten ? [{ at: field, message: 'period' }] : [],
  };
}
