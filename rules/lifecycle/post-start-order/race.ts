import { argumentsOf, programOf, type ShellCommand } from '@podlint/kubelet';

/** Programs that do nothing but wait for something else. */
const waiters: ReadonlySet<string> = new Set(['wait-for-it', 'wait-for-it.sh', 'wait-for', 'wait-for.sh', 'wait4x']);
const signallers: ReadonlySet<string> = new Set(['pkill', 'killall', 'killall5', 'skill']);

/** Whether a command waits in a loop, or is a program made for waiting. */
export function waitsForSomething(command: ShellCommand): boolean {
  const program = programOf(command);
  if (program === undefined) return false;
  if (
    waiters.has(program) ||
    (program === 'dockerize' && argumentsOf(command).some(({ text }) => /^--?wait$/.test(text)))
  )
    return true;
  return (
    program === 'sleep' &&
    command.enclosing.some(({ construct, part }) => (construct === 'while' || construct === 'until') && part === 'body')
  );
}

/**
 * Whether a command sends a signal to the main process, which is number 1 unless the Pod shares its process namespace.
 */
export function signalsMainProcess(command: ShellCommand): boolean {
  const program = programOf(command);
  const words = argumentsOf(command);
  if (program === 'nginx') return words[0]?.text === '-s';
  if (program === 'kill')
    return words.some(({ text, isLiteral }) => text === '1' || (!isLiteral && /pidof|pgrep|\.pid|^`|\$\(/.test(text)));
  return program !== undefined && signallers.has(program);
}
