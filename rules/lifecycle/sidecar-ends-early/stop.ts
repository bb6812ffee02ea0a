import { argumentsOf, programOf, readCommandLine, type ShellCommand } from '@podlint/kubelet';
import type { Decoded, core } from '@podlint/model';

type Handler = Decoded<core.LifecycleHandler>;

/** A path by which Envoy, Istio's agent and their like are told to end. */
const quitPath = /^\/?quitquitquit(?:$|\?)/;
/** What may stand before it without taking time. */
const quick: ReadonlySet<string | undefined> = new Set(['echo', 'printf', 'set', ':', 'true']);

/** Signals that a program ends on; the kernel keeps SIGKILL from the first process of a container. */
const ends = /^-(?:SIG)?(?:TERM|QUIT|INT|15|3|2)$/;

/** What a hook ends its container with, first of all and for sure; undefined if it waits, asks or does something else. */
export function stopOf({ exec, httpGet }: Handler): string | undefined {
  if (httpGet) return quitPath.test(httpGet.path ?? '') ? httpGet.path : undefined;
  const { commands = [] } = readCommandLine(exec?.command) ?? {};
  const first = commands.find((command) => command.enclosing.length > 0 || !quick.has(programOf(command)));
  return first && first.enclosing.length === 0 && stops(first) ? textOf(first) : undefined;
}

function stops(command: ShellCommand): boolean {
  const words = argumentsOf(command).map(({ text }) => text);
  switch (programOf(command)) {
    case 'kill':
      return words.includes('1') && words.every((word) => word === '1' || ends.test(word));
    case 'nginx':
      return words.some((word, place) => word === '-s' && /^(?:stop|quit)$/.test(words[place + 1] ?? ''));
    case 'curl':
    case 'wget':
      return words.some((word) =>
        quitPath.test(word.replace(/^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1)(?::\d+)?/, '')),
      );
    default:
      return false;
  }
}

function textOf({ words }: ShellCommand): string {
  return words.map(({ text }) => text).join(' ');
}
