import { defineRule, type ContainerView, type ObjectView, type Report } from '@podlint/engine/rule';
import type { Decoded, batch } from '@podlint/model';
import { endlessCommandOf, isStoppedByNeighbour } from '../../kit/endless.js';
import { canHaveProbes } from '../../kit/probes.js';
import { alwaysFails } from './always-fails.js';

type Message = 'init' | 'readiness' | 'startup' | 'deadline';

export default defineRule<Message>({
  id: 'pods/never-ready',
  level: 'warn',
  summary: 'A Pod that can never become Ready, by what its manifest says',
  brief: 'never becomes Ready',
  messages: {
    init: 'Init container "{name}" runs {reason} for ever, so the Pod stays Pending. The containers after it never start. Let it end, or set restartPolicy: Always on it, which makes it a sidecar.',
    readiness:
      'The readinessProbe always fails, so the Pod is never Ready. `{command}` ends with an exit code other than 0. Container "{name}" runs, but no Service sends it traffic. Let the command check the program.',
    startup:
      'The startupProbe always fails, so the Pod is never Ready. `{command}` ends with an exit code other than 0. The kubelet kills container "{name}" again and again. Let the command check the program.',
    deadline:
      'The {probe} begins after the end of the Pod, which is never Ready. It waits {delay} s (initialDelaySeconds), and activeDeadlineSeconds ends container "{name}" with its Pod after {deadline} s. Shorten the delay, or raise the deadline.',
  },
  pod({ containers, spec, object }, report) {
    const deadline = shortestDeadline(object, spec.activeDeadlineSeconds);
    for (const container of containers) {
      if (container.role === 'init') judgeInit(container, containers, deadline, report);
      else if (canHaveProbes(container)) judgeProbes(container, deadline, report);
    }
  },
});

/** A Pod with a deadline is ended by it. */
function judgeInit(
  container: ContainerView,
  all: readonly ContainerView[],
  deadline: number,
  report: Report<Message>,
): void {
  const reason = endlessCommandOf(container);
  if (reason === undefined || deadline < Infinity || isStoppedByNeighbour(all)) return;
  const { at, name, value } = container;
  report({ at: value.command?.length ? at.command : at.args, message: 'init', data: { name, reason } });
}

const counting = ['startupProbe', 'readinessProbe'] as const;

function judgeProbes({ value, at, name }: ContainerView, deadline: number, report: Report<Message>): void {
  for (const probe of counting) {
    const { exec, initialDelaySeconds: delay = 0 } = value[probe] ?? {};
    const command = exec?.command;
    if (command && alwaysFails(command)) {
      const message = probe === 'startupProbe' ? 'startup' : 'readiness';
      report({ at: at[probe].exec.command, message, data: { name, command: command.join(' ') } });
    } else if (value[probe] && delay >= deadline)
      report({ at: at[probe].initialDelaySeconds, message: 'deadline', data: { name, probe, delay, deadline } });
  }
}

/** Of the Pod and of its Job; both count from the start. */
function shortestDeadline({ kindName, value }: ObjectView, ofPod = Infinity): number {
  const job =
    kindName === 'CronJob'
      ? (value as Decoded<batch.CronJob>).spec?.jobTemplate?.spec
      : kindName === 'Job'
        ? (value as Decoded<batch.Job>).spec
        : undefined;
  return Math.min(ofPod, job?.activeDeadlineSeconds ?? Infinity);
}
