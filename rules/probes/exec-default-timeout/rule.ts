import { defineRule } from '@podlint/engine/rule';
import { argumentsOf, programOf, readCommandLine, type ShellCommand } from '@podlint/kubelet';
import { probeKinds } from '../../kit/probes.js';

export default defineRule({
  id: 'probes/exec-default-timeout',
  level: 'info',
  summary: 'An exec probe that starts a program and leaves its timeout at one second',
  brief: 'exec probe with 1 s timeout',
  messages: {
    second:
      'The {probe} runs a program and has 1 second, as timeoutSeconds is not set. A program that takes longer, on a busy node for example, fails the probe. Set timeoutSeconds.',
  },
  container({ value, at, pod }, report) {
    for (const probe of probeKinds) {
      const { exec } = value[probe] ?? {};
      if (!exec?.command?.length || pod.object.isWritten(at[probe].timeoutSeconds)) continue;
      const { commands } = readCommandLine(exec.command) ?? {};
      if (commands?.every(isQuick)) continue;
      report({ at: at[probe].exec.command, message: 'second', data: { probe } });
    }
  },
});

/** They only look at a file, and take milliseconds. */
const quick: ReadonlySet<string | undefined> = new Set('[ : cat echo exit false grep ls stat test true'.split(' '));

function isQuick(command: ShellCommand): boolean {
  return command.words.length === 0 || (quick.has(programOf(command)) && argumentsOf(command).length < 10);
}
