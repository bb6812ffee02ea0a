import {
  argumentsOf,
  programOf,
  readCommandLine,
  sleepSeconds,
  wordsOfContainer,
  type ShellCommand,
} from '@podlint/kubelet';
import type { ContainerView } from '@podlint/engine/rule';

/** The command of a container that everything else waits for and that never ends, in words; undefined if there is none. */
export function endlessCommandOf({ value }: ContainerView): string | undefined {
  const words = wordsOfContainer(value);
  const commands = words && readCommandLine(words)?.commands;
  return commands && endlessCommand(commands);
}

/** A neighbour in the same process namespace may send it a signal, and one may ask it over the network to end. */
export function isStoppedByNeighbour(all: readonly ContainerView[]): boolean {
  return all.some(
    ({ value, pod }) =>
      pod.spec.shareProcessNamespace === true ||
      [...(value.command ?? []), ...(value.args ?? [])].some((word) => /quitquitquit|pkill|killall/.test(word)),
  );
}

function endlessCommand(commands: readonly ShellCommand[]): string | undefined {
  if (commands.some(({ words }) => /^(?:exit|break|return|kill|trap|timeout)$/.test(words[0]?.text ?? '')))
    return undefined;
  return commands.map(endlessText).find((text) => text !== undefined);
}

function endlessText(command: ShellCommand): string | undefined {
  const { enclosing, before, after, words } = command;
  if (after?.text === '&' || before?.text === '||' || before?.text === '&&') return undefined;
  const [loop, ...more] = enclosing;
  const program = programOf(command);
  if (loop) {
    const isForEver = more.length === 0 && loop.construct === 'while' && loop.part === 'condition';
    return isForEver && words.length === 1 && (program === 'true' || program === ':')
      ? `"while ${program}"`
      : undefined;
  }
  if (sleepSeconds(command) === Infinity) return '"sleep infinity"';
  const waits = program === 'tail' && argumentsOf(command).some(({ text }) => text === '/dev/null');
  return waits && argumentsOf(command).some(({ text }) => /^-[a-zA-Z]*[fF]$/.test(text))
    ? '"tail -f /dev/null"'
    : undefined;
}
