import type {
  AfterKill,
  ContainerTimeline,
  EventWindow,
  KillBudget,
  ProbeCourse,
  ProbeKind,
  ProbeSettings,
  StartupTimeSource,
  TimeWindow,
} from '@podlint/kubelet';
import { shorten } from './lines.js';
import { between, ordinal, seconds } from './numbers.js';

/** One line of the explanation: what it is about, and what there is to say. */
export interface Statement {
  readonly topic: string;
  readonly text: string;
}

export const probeNames: Readonly<Record<ProbeKind, string>> = {
  startupProbe: 'startup',
  readinessProbe: 'readiness',
  livenessProbe: 'liveness',
};

/** Characters of what a manifest says; commands can be whole scripts. */
const longestQuote = 80;

const sourceNames: Readonly<Record<StartupTimeSource, string>> = {
  directive: 'by the comment',
  annotation: 'by the annotation',
  config: 'by the configuration,',
  command: "by the container's command,",
};

/** Everything that the picture shows, in words. */
export function statementsOf(timeline: ContainerTimeline): Statement[] {
  const { probes, failingAtOnce } = timeline;
  return [
    { topic: 'starts', text: startOf(timeline) },
    ...probes.map((probe) => ({ topic: probeNames[probe.kind], text: probeText(probe, failingAtOnce) })),
    ...(failingAtOnce.verdict === 'safe' ? [] : killStatements(timeline)),
    { topic: 'verdict', text: verdictOf(timeline) },
  ];
}

function startOf({ startupTime }: ContainerTimeline): string {
  if (startupTime)
    return `answers probes after ${seconds(startupTime.seconds)}, ${sourceNames[startupTime.source]} ${shorten(startupTime.detail, longestQuote)}`;
  return 'startup time unknown; a comment "# podlint: startup-time=90s" on the container tells it';
}

/**
 * A sync that finds a running container not ready has its readiness probe run at once and begins its beat anew
 * (UpdatePodStatus, pkg/kubelet/prober/prober_manager.go), which the workers alone do not tell.
 */
const ownBeat = '; earlier or later where the kubelet looks at the Pod in between (--life tells)';

function probeText({ kind, action, period, successThreshold }: ProbeSettings, course: ProbeCourse): string {
  const { budget, started, ready, firstProbes } = course;
  const first = firstProbes[kind];
  const last = budget?.by === kind ? `, ${decidingFailure(budget.failures)} kills (${between(budget.lastProbe)})` : '';
  const success = kind === 'startupProbe' && started ? `; succeeds at ${eventText(started)}` : '';
  const readiness =
    kind === 'readinessProbe' && ready
      ? `; ready at ${eventText(ready)}${successThreshold > 1 ? `, after ${successThreshold} successes` : ''}${ownBeat}`
      : '';
  const held = kind === 'livenessProbe' && budget?.by === 'startupProbe' ? 'held off by the startup probe' : undefined;
  const beginning = first ? `first at ${between(first)}` : (held ?? 'never runs');
  return `${shorten(action, longestQuote)} every ${seconds(period)}: ${beginning}${last}${success}${readiness}`;
}

function decidingFailure(failures: number): string {
  return failures === 1 ? 'one failure' : `the ${ordinal(failures)} failure in a row`;
}

function eventText(event: EventWindow): string {
  return `${between(event)}${event.always ? '' : ' unless killed'}`;
}

function killStatements({ failingAtOnce, hanging, probes }: ContainerTimeline): Statement[] {
  return [
    ...(failingAtOnce.afterKill ? afterKillStatements(failingAtOnce.afterKill) : []),
    ...hangingStatements(failingAtOnce.budget, hanging.budget, probes),
  ];
}

function afterKillStatements({ gracePeriod, terminatedBy, restartsAfter }: AfterKill): Statement[] {
  const owner = gracePeriod.source === 'pod' ? "the Pod's" : `the ${probeNames[gracePeriod.source]} probe's`;
  return [
    {
      topic: 'grace',
      text: `${seconds(gracePeriod.seconds)} to SIGKILL (${owner} terminationGracePeriodSeconds): gone at ${between(terminatedBy)}`,
    },
    { topic: 'restart', text: restartText(restartsAfter) },
  ];
}

/** Equal waits in a row are counted: `3 times at once, then after 0-40 s, 80 s`. */
function restartText(waits: readonly TimeWindow[]): string {
  if (waits.length === 0) return 'none (restartPolicy Never)';
  const atOnce = waits.findIndex(({ latest }) => latest > 0);
  if (atOnce < 0) return 'at once every time: it lives longer than the back-off';
  return `${atOnce} times at once, then after ${waits.slice(atOnce).map(between).join(', ')}`;
}

function hangingStatements(
  atOnce: KillBudget | undefined,
  hanging: KillBudget | undefined,
  probes: readonly ProbeSettings[],
): Statement[] {
  const probe = probes.find(({ kind }) => kind === hanging?.by);
  if (!atOnce || !hanging || !probe) return [];
  return [
    {
      topic: 'hanging',
      text: `probes that hang for their timeout of ${seconds(probe.timeout)}: kill at ${between(hanging.killed)}${budgetChange(atOnce, hanging)}`,
    },
  ];
}

function budgetChange(atOnce: KillBudget, hanging: KillBudget): string {
  return atOnce.safeUpTo === hanging.safeUpTo ? '' : `, safe up to ${seconds(hanging.safeUpTo)}`;
}

/** What comes of it: `kill at 35-45 s; a startup time of 40 s is a matter of luck`. */
export function verdictOf({ verdict, startupTime, failingAtOnce: { budget, killed } }: ContainerTimeline): string {
  if (!budget) return 'safe: no probe can kill it';
  const kill = `kill at ${between(killed ?? budget.killed)}`;
  const limits = `safe up to ${seconds(budget.safeUpTo)}, never above ${seconds(budget.unsafeAbove)}`;
  const time = startupTime && `a startup time of ${seconds(startupTime.seconds)}`;
  switch (verdict) {
    case 'safe':
      return `no kill; ${time} is safe (${limits})`;
    case 'luck':
      return `${kill}; ${time} is a matter of luck (${limits})`;
    case 'unsafe':
      return `${kill}; ${time} is too long (${limits})`;
    default:
      return `${kill} if it does not answer by then (${limits})`;
  }
}
