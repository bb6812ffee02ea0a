import { startupTimeSources, type ContainerView, type Rule } from '@podlint/engine/rule';
import {
  containerTimeline,
  startupTimeOf,
  type ContainerTimeline,
  type StartupTime,
  type StartupTimeSource,
  type TimeWindow,
} from '@podlint/kubelet';

export interface StartupTimeOptions {
  /** By patterns of images; the configuration has a key of this name for all rules. */
  readonly startupTime: Readonly<Record<string, string | number>>;
}

export const startupTimeOptions: NonNullable<Rule<string, StartupTimeOptions>['options']> = {
  schema: {
    type: 'object',
    properties: {
      startupTime: {
        type: 'object',
        additionalProperties: { type: ['string', 'number'] },
        description:
          'How long containers take to start, by patterns of their images: {"registry.example/java/*": "90s"}.',
      },
    },
    additionalProperties: false,
  },
  defaults: { startupTime: {} },
};

/** A container that one of its probes may kill before it is up. */
export interface DeadlyStart {
  readonly startupTime: StartupTime;
  /** Whether it is killed whatever comes, or a matter of luck. */
  readonly verdict: 'unsafe' | 'luck';
  /** What the messages of a finding say. */
  readonly data: Readonly<Record<string, string | number>>;
}

/** Undefined if the startup time is unknown, or safe. */
export function deadlyStart(
  container: ContainerView,
  { startupTime: byImage }: StartupTimeOptions,
): DeadlyStart | undefined {
  const startupTime = startupTimeOf(startupTimeSources(container, byImage));
  if (!startupTime) return undefined;
  const { value, role, pod, name } = container;
  const timeline = containerTimeline({ container: value, role, pod: pod.spec, startupTime });
  const { verdict, failingAtOnce } = timeline;
  const { budget, killed } = failingAtOnce;
  if (verdict === undefined || verdict === 'safe' || !budget || !killed) return undefined;
  const data = {
    name,
    startup: rounded(startupTime.seconds),
    source: sourceText(startupTime),
    kill: between(killed),
    failure: failureText(budget.failures),
    safe: rounded(budget.safeUpTo),
    unsafe: rounded(budget.unsafeAbove),
    hanging: hangingText(timeline),
  };
  return { startupTime, verdict, data };
}

/**
 * How many failures a probe has to allow for a startup time, with half as much again to spare: the last of them may not
 * come before it.
 */
export function sufficientFailures(startupSeconds: number, periodSeconds: number): number {
  return Math.ceil((startupSeconds * 1.5) / periodSeconds) + 1;
}

const sourceTexts: Readonly<Record<StartupTimeSource, (detail: string) => string>> = {
  directive: (detail) => `by the comment "${detail}"`,
  annotation: (detail) => `by the annotation "${detail}"`,
  config: (detail) => `by the configuration, ${detail}`,
  command: (detail) => `by its command, "${detail}"`,
};

/** Where a startup time comes from, in words. */
export function sourceText({ source, detail }: Pick<StartupTime, 'source' | 'detail'>): string {
  return sourceTexts[source](detail);
}

function failureText(failures: number): string {
  return failures === 1 ? 'the first failure' : `${failures} failures in a row`;
}

/** Probes that wait for their timeout instead of failing at once can only kill later. */
function hangingText({ failingAtOnce, hanging }: ContainerTimeline): string {
  const killed = hanging.killed ?? hanging.budget?.killed;
  const earlier = failingAtOnce.killed;
  if (!killed || !earlier || between(killed) === between(earlier)) return '';
  return ` (${between(killed)} s if probes hang until their timeout)`;
}

function between({ earliest, latest }: TimeWindow): string {
  return rounded(earliest) === rounded(latest) ? rounded(earliest) : `${rounded(earliest)} to ${rounded(latest)}`;
}

function rounded(seconds: number): string {
  return String(Math.round(seconds * 10) / 10);
}
