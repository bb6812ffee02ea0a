import type { ContainerView } from '@podlint/engine/rule';
import {
  argumentsOf,
  programOf,
  readCommandLine,
  sleepSeconds,
  wordsOfContainer,
  type ShellCommand,
} from '@podlint/kubelet';
import { imageReference } from '../../kit/images.js';

/** Images of proxies that stand beside a program, and end when they are told to. */
const proxies =
  /(?:^|\/)(?:cloud-?sql-proxy|cloud-sql-connectors\/cloud-sql-proxy|gce-proxy|proxyv2|envoy|linkerd-proxy|alloydb-auth-proxy)$/;
/** Flags by which they end with the program beside them. */
const endsWithOthers = /quit-?quit-?quit|exit-zero-on-sigterm/;

interface Endless {
  readonly message: 'command' | 'proxy';
  /** The command or the image. */
  readonly reason: string;
}

/** Why a container of a Job does not end by itself; undefined if it may. */
export function neverEnds(container: ContainerView, all: readonly ContainerView[]): Endless | undefined {
  const { value } = container;
  const words = wordsOfContainer(value);
  const commands = words && readCommandLine(words)?.commands;
  const endless = commands && endlessCommand(commands);
  if (endless !== undefined) return isStoppedByNeighbour(all) ? undefined : { message: 'command', reason: endless };
  const regular = all.filter(({ role }) => role === 'regular');
  if (!value.image || regular.length < 2 || value.command?.length || !isProxy(value.image)) return undefined;
  const isTold = isStoppedByNeighbour(all) || value.args?.some((word) => endsWithOthers.test(word));
  return isTold ? undefined : { message: 'proxy', reason: value.image };
}

function isProxy(image: string): boolean {
  const reference = imageReference(image);
  return reference.valid && proxies.test(reference.repository);
}

/** A neighbour in the same process namespace may send it a signal, and one may ask it over the network to end. */
function isStoppedByNeighbour(all: readonly ContainerView[]): boolean {
  return all.some(
    ({ value, pod }) =>
      pod.spec.shareProcessNamespace === true ||
      [...(value.command ?? []), ...(value.args ?? [])].some((word) => /quitquitquit|pkill|killall/.test(word)),
  );
}

/** The command that everything else waits for, in words. */
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
