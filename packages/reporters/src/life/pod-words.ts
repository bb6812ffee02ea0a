import type { LifeEvent, LifeOutcome, ProcessEvent } from '@podlint/kubelet/life';
import { own } from '@podlint/plain';
import { seconds } from '../timeline/numbers.js';
import { type ToldPodLife, hasKilled, processEventsOf } from './told-life.js';

/** What becomes of the Pod, in a sentence or two. */
export function podSentence({ outcome, restartPolicies, events }: ToldPodLife): string {
  if (outcome.deletedAt !== undefined && outcome.goneAt !== undefined) return deletionWords(outcome);
  if (outcome.phase === 'Failed') return failureWords(outcome, restartPolicies);
  if (outcome.phase === 'Succeeded')
    return `Succeeds after ${time(outcome.endedAt)}: every container ended with code 0, and none is restarted.`;
  return [aliveWords(outcome), restartWords(outcome, restartPolicies, events)].filter(Boolean).join(' ');
}

type Policies = ToldPodLife['restartPolicies'];

function time(moment = 0): string {
  return seconds(Math.round(moment * 10) / 10);
}

function deletionWords(outcome: LifeOutcome): string {
  const { killed, phase } = outcome;
  const gone = goneWords(outcome);
  const ends = [...new Set(killed)];
  if (ends.length > 0)
    return `${gone}: ${ends.join(', ')} did not end on SIGTERM and got SIGKILL after the grace period.`;
  if (outcome.isStatic) return `${gone}: every container ended in time.`;
  return phase === 'Succeeded' || phase === 'Failed'
    ? `${gone}: every container ended in time; the last phase is ${phase}.`
    : `${gone}.`;
}

function goneWords({ deletedAt = 0, goneAt = 0, isStatic }: LifeOutcome): string {
  const when = goneAt > deletedAt ? `${time(goneAt - deletedAt)} later` : 'at once';
  return isStatic
    ? `The file of the static Pod is removed at ${time(deletedAt)}, and its mirror Pod is gone ${when}`
    : `Deleted at ${time(deletedAt)} and gone ${when}`;
}

function failureWords({ endedAt, reason, containers }: LifeOutcome, policies: Policies): string {
  if (reason === 'DeadlineExceeded')
    return `Failed after ${time(endedAt)}: activeDeadlineSeconds is over, whatever the containers do.`;
  const failed = [...containers].filter(([, { state, exitCode = 0 }]) => state === 'terminated' && exitCode !== 0);
  const ends = failed.map(
    ([name, { exitCode }]) =>
      `${name} ended with code ${exitCode} and is not restarted (its policy is ${own(policies, name)})`,
  );
  return `Failed after ${time(endedAt)}: ${ends.join(', ') || 'no container was left'}.`;
}

function aliveWords({ phase, readyAt, readyUntil, isReady, containers }: LifeOutcome): string {
  if (phase === 'Pending') return pendingWords(containers);
  if (readyAt === undefined) return 'Stays Running, but is never Ready: no Service sends it traffic.';
  if (readyUntil !== undefined)
    return `Stays Running, but is Ready only from ${time(readyAt)} to ${time(readyUntil)}: after that no Service sends it traffic.`;
  const ready = `Stays Running, and is Ready from ${time(readyAt)} on`;
  return isReady ? `${ready}.` : `${ready}, with breaks.`;
}

function pendingWords(containers: LifeOutcome['containers']): string {
  const waits = [...containers].filter(
    ([, { state, reason = '' }]) => state === 'waiting' && !/^(?:PodInitializing|ContainerCreating)$/.test(reason),
  );
  const reasons = waits.map(([name, { reason }]) => `${name} waits (${reason})`).join(', ');
  return `Stays Pending${reasons ? `: ${reasons}` : ': an init container does not end well'}.`;
}

function restartWords({ restarts, horizon }: LifeOutcome, policies: Policies, events: ToldPodLife['events']): string {
  const end = Math.min(600, horizon);
  return restarts
    .map(({ name }) => {
      const times = timesWords(name, events, end);
      return `${name} is restarted ${times} in the first ${Math.round(end / 60)} minutes, because its restart policy is ${own(policies, name)}.`;
    })
    .join(' ');
}

/** How often it starts again up to then: for sure, and at the most. */
function timesWords(name: string, events: ToldPodLife['events'], end: number): string {
  const again = processEventsOf(name, events).filter(({ event, n }) => event === 'start' && n !== 0);
  const least = again.filter(({ range: { to = Infinity } }) => to <= end).length;
  const most = again.filter(({ range }) => range.from <= end).length;
  if (least !== most) return `${least} to ${most} times`;
  return most === 1 ? 'once' : `${most} times`;
}

/** How sure the moments are, and for which kubelet. */
export const podCaution =
  'A range is what chance leaves open: how long the kubelet puts off its next look at the Pod, which it stretches by up to half at random. ' +
  'Other times are right to a second, because it looks once a second. ' +
  'They hold for the kubelet of Kubernetes 1.36 with its defaults, and for an API server and a container runtime that take no time.';

/** What happens, and to whom; undefined: a detail that only the data tells. */
export function podEventWords(
  event: LifeEvent,
  life: ToldPodLife,
): { readonly who: string; readonly what: string } | undefined {
  if ('status' in event) return statusWords(event.status);
  if (event.event === 'gone') return { who: 'Pod', what: 'the object is removed' };
  return { who: event.process, what: processWords(event, life) };
}

function processWords(event: ProcessEvent, life: ToldPodLife): string {
  switch (event.event) {
    case 'start':
      return event.n === 0 ? 'starts' : `starts again (restart ${event.n})`;
    case 'exit':
      return `exits with code ${event.code}${event.by ? ` on ${event.by}` : ''}`;
    case 'SIGTERM':
      return `${causeWords(event, life)}gets SIGTERM, and SIGKILL ${event.grace} s later if it does not end`;
    case 'SIGKILL':
      return 'gets SIGKILL: its grace period is over';
    case 'backOff':
      return `is held back: ${event.seconds} s have to pass since its last exit`;
    case 'pullFailed':
      return 'its image could not be pulled';
    case 'preStop':
      return 'its preStop hook runs';
    default:
      return 'its postStart hook runs';
  }
}

/** Which probe had it killed; nothing if it was none. */
function causeWords({ process, t }: ProcessEvent, { probes, events }: ToldPodLife): string {
  const begun = processEventsOf(process, events).findLast(({ event, t: at }) => event === 'start' && at <= t)?.t ?? 0;
  const failed = probes.find((one) => one.container === process && hasKilled(one) && one.t >= begun && one.t <= t);
  return failed ? `its ${failed.probe} has failed: it ` : '';
}

function statusWords(status: Extract<LifeEvent, { status: object }>['status']) {
  const phase = status['phase'];
  const ready = status['condition Ready'];
  const words = [
    ...(typeof phase === 'string'
      ? [`phase ${phase}${typeof status['reason'] === 'string' ? ` (${status['reason']})` : ''}`]
      : []),
    ...(typeof ready === 'string' ? [ready === 'True' ? 'Ready: traffic comes' : `not Ready (${ready.slice(6)})`] : []),
  ];
  return words.length > 0 ? { who: 'Pod', what: words.join(', ') } : undefined;
}
