import { defineRule, type ContainerView } from '@podlint/engine/rule';
import {
  certainSleepSeconds,
  readCommandLine,
  restartsWithin,
  wordsOfContainer,
  type ShellCommand,
} from '@podlint/kubelet';
import { isHook } from '../../kit/hooks.js';
import { endsByItself } from './programs.js';

export default defineRule({
  id: 'pods/one-shot-always',
  level: 'warn',
  summary: 'A command that plainly ends, in a container that is always restarted',
  brief: 'command ends and is restarted',
  messages: {
    restarted:
      'The command `{command}` ends, and container "{name}" is restarted each time. That is up to {restarts} times in the first ten minutes, later about every five minutes (CrashLoopBackOff), even if the command succeeded. {advice}',
    repeated: 'The command `{command}` ends, and container "{name}" is restarted each time. {advice}',
  },
  container(container, report) {
    if (!isAlwaysRestarted(container) || isHook(container.pod.object)) return;
    const words = wordsOfContainer(container.value);
    const { commands = [], script } = (words && readCommandLine(words)) ?? {};
    if (commands.length === 0 || !commands.every((command) => isOnceThrough(command) && endsByItself(command))) return;
    const { value, at, name, pod } = container;
    const run = certainSleepSeconds(commands);
    report({
      at: value.command && value.command.length > 0 ? at.command : at.args,
      message: run > forgotten ? 'repeated' : 'restarted',
      data: {
        name,
        restarts: restartsWithin(forgotten, run),
        command: shortened(script?.text ?? words?.join(' ') ?? ''),
        advice:
          pod.object.kindName === 'Pod'
            ? 'Make a Job of it, or set restartPolicy to OnFailure or Never.'
            : 'Make a Job or a CronJob of it.',
      },
    });
  },
});

/** Seconds of running after which the kubelet begins anew with its pauses (HasExpiredFunc, pkg/kubelet/kubelet.go). */
const forgotten = 600;

/**
 * Since 1.34 a container can have a policy of its own, which an init container has had before: Always, which makes a
 * sidecar of it.
 */
function isAlwaysRestarted({ role, value, pod }: ContainerView): boolean {
  if (role === 'sidecar') return true;
  return role === 'regular' && (value.restartPolicy ?? pod.spec.restartPolicy) === 'Always';
}

/** What stands in a loop or a function may go on for ever, or never be run. */
function isOnceThrough({ enclosing }: ShellCommand): boolean {
  return enclosing.every(
    ({ construct }) => construct === 'if' || construct === 'case' || construct === 'group' || construct === 'subshell',
  );
}

const longest = 40;

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest)}...`;
}
