import { defineRule, set } from '@podlint/engine/rule';
import { certainSleepSeconds, programOf, readCommandLine, type ShellCommand } from '@podlint/kubelet';
import { probeKinds } from '../../kit/probes.js';

export default defineRule({
  id: 'probes/never-succeeds',
  level: 'error',
  fix: 'unsafe',
  outranks: ['probes/exec-default-timeout'],
  summary: 'An exec probe whose own command sleeps past its timeout',
  brief: 'probe always times out',
  messages: {
    sleeps:
      'The {probe} sleeps for {sleep} s, but its timeoutSeconds is {timeout}. The command is cut off each time, which counts as a failure. Use initialDelaySeconds or periodSeconds to wait, and let the command only check.',
  },
  container({ value, at }, report) {
    for (const probe of probeKinds) {
      const { exec, timeoutSeconds: timeout = 1 } = value[probe] ?? {};
      const sleep = sleepOf(exec?.command);
      // One that sleeps for as long as the timeout may just make it.
      if (sleep <= timeout) continue;
      const enough = Math.ceil(sleep) + 1;
      report({
        at: at[probe].exec.command,
        message: 'sleeps',
        data: { probe, sleep, timeout },
        fixes: Number.isFinite(sleep)
          ? [
              {
                title: `Set timeoutSeconds to ${enough}`,
                safety: 'unsafe',
                changes: [set(at[probe].timeoutSeconds, enough)],
              },
            ]
          : [],
      });
    }
  },
});

/** Programs behind which nothing may run any more. */
const leaves: ReadonlySet<string | undefined> = new Set([
  'exit',
  'return',
  'exec',
  'kill',
  'break',
  'set',
  'trap',
  undefined,
]);

function sleepOf(words: readonly string[] | undefined): number {
  const { commands = [] } = readCommandLine(words) ?? {};
  const end = commands.findIndex(mayLeave);
  return certainSleepSeconds(end < 0 ? commands : commands.slice(0, end));
}

/** Also what is started in a way that does not tell its name. */
function mayLeave(command: ShellCommand): boolean {
  return command.words.length > 0 && (leaves.has(programOf(command)) || command.words[0]?.text === 'exec');
}
