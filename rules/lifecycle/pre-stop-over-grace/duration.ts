import { parseDuration, certainSleepSeconds, readCommandLine } from '@podlint/kubelet';
import { itemAt, type ContainerView, type Field } from '@podlint/engine/rule';

/** How long a preStop hook takes at least, as far as the manifest tells. */
export interface HookTime {
  readonly seconds: number;
  readonly at: Field;
}

/** A duration in the path of a request: `/sleep/60`, `/drain?timeout=30s`. */
const requestDuration =
  /[/?&](?:sleep|wait|delay|drain|seconds|duration|timeout)[=/](\d+(?:\.\d+)?(?:ms|s|m)?)(?=$|[/?&#])/i;

/**
 * Undefined for a hook whose time nobody tells. A comment `# podlint: pre-stop-time=40s` on the container goes before
 * everything else.
 */
export function preStopTime(container: ContainerView): HookTime | undefined {
  const handler = container.value.lifecycle?.preStop;
  if (!handler) return undefined;
  const at = container.at.lifecycle.preStop;
  const told = container.directives['pre-stop-time'];
  const seconds = told === undefined ? undefined : parseDuration(told).seconds;
  if (seconds !== undefined) return { seconds, at };
  if (handler.sleep) return { seconds: handler.sleep.seconds ?? 0, at: at.sleep.seconds };
  return handler.exec
    ? sleepOfCommand(handler.exec.command, at.exec.command)
    : durationInPath(handler.httpGet?.path, at.httpGet.path);
}

function sleepOfCommand(words: readonly string[] | undefined, at: Field<string[]>): HookTime | undefined {
  if (!words?.some((word) => word.includes('sleep'))) return undefined;
  const line = readCommandLine(words);
  return line && { seconds: certainSleepSeconds(line.commands), at: line.script ? itemAt(at, line.script.word) : at };
}

function durationInPath(path: string | undefined, at: Field): HookTime | undefined {
  const duration = requestDuration.exec(path ?? '')?.[1];
  const seconds = duration === undefined ? undefined : parseDuration(duration).seconds;
  return seconds === undefined ? undefined : { seconds, at };
}
