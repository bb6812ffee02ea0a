import type { Message } from '@podlint/messages';
import { parseDuration } from '../duration.js';
import type { ContainerRun, ContainerScenario } from '../life/scenario.js';

/** A scenario under construction: what is said of a container, or of the Pod. */
export interface Draft {
  readonly containers: Map<string, ContainerScenario>;
  deleteAt?: number;
  deleteGrace?: number;
  evicts?: boolean;
  isStatic?: boolean;
  horizon?: number;
  /** What changes nothing. */
  readonly remarks: Message[];
  gates: { readonly at: number; readonly type: string; readonly status: string }[];
}

type Groups = Readonly<Record<string, string | undefined>>;

/** A duration, or what a group of the pattern left out. */
function secondsOf(text: string | undefined): number {
  return parseDuration(text ?? '').seconds ?? NaN;
}

interface ContainerClause {
  readonly pattern: RegExp;
  readonly apply: (scenario: ContainerScenario, groups: Groups) => ContainerScenario;
}

/** What `parseDuration` takes: a plain number are seconds. */
const time = String.raw`(?:(?:\d+(?:\.\d+)?(?:ms|s|m|h))+|\d+(?:\.\d+)?)`;
/** Of a process: 0 to 255. */
const exitCode = String.raw`(?:\d{1,2}|1\d\d|2[0-4]\d|25[0-5])`;
/** More is always. */
const mostTimes = 1000;

/** The same of every run. */
function everyRun(scenario: ContainerScenario, change: ContainerRun): ContainerScenario {
  return { ...scenario, runs: scenario.runs.map((run) => ({ ...run, ...change })) };
}

/** With `once` or `N times` it does afterwards what it would do otherwise. */
function exits(scenario: ContainerScenario, { after, code, often, oom }: Groups): ContainerScenario {
  const [first = {}] = scenario.runs;
  const end = { ...first, exitAfter: secondsOf(after), code: Number(code ?? 0), ...(oom && { oom: true }) };
  const times = often === 'once' ? 1 : Number.parseInt(often ?? '', 10);
  return {
    ...scenario,
    runs: Number.isNaN(times) || times > mostTimes ? [end] : [...Array.from({ length: times }, () => end), first],
  };
}

const often = String.raw`(?: (?<often>once|[1-9]\d{0,5} times|always))?`;

/** What can be said of a container, behind its name. */
export const containerClauses: readonly ContainerClause[] = [
  { pattern: new RegExp(`^exits (?:with )?(?<code>${exitCode}) after (?<after>${time})${often}$`), apply: exits },
  { pattern: new RegExp(`^ends after (?<after>${time})${often}$`), apply: exits },
  {
    pattern: new RegExp(`^out of memory after (?<after>${time})${often}$`),
    apply: (scenario, groups) => exits(scenario, { ...groups, code: '137', oom: 'yes' }),
  },
  {
    pattern: /^runs$/,
    apply: (scenario) => ({ ...scenario, runs: scenario.runs.map(({ exitAfter: _, ...run }) => run) }),
  },
  { pattern: /^never ready$/, apply: (scenario) => everyRun(scenario, { answersAfter: Infinity }) },
  {
    pattern: new RegExp(`^ready after (?<after>${time})$`),
    apply: (scenario, { after }) => everyRun(scenario, { answersAfter: secondsOf(after) }),
  },
  {
    pattern: new RegExp(`^ready until (?<until>${time})$`),
    apply: (scenario, { until }) => everyRun(scenario, { answersUntil: secondsOf(until) }),
  },
  {
    pattern: new RegExp(`^stops in (?<after>${time})(?: with (?<code>${exitCode}))?$`),
    apply: (scenario, { after, code }) => ({
      ...scenario,
      onTerm: { after: secondsOf(after), code: Number(code ?? 0) },
    }),
  },
  { pattern: /^ignores SIGTERM$/i, apply: ({ onTerm: _, ...scenario }) => scenario },
  {
    pattern: new RegExp(`^pulls in (?<pull>${time})$`),
    apply: (scenario, { pull }) => ({ ...scenario, pull: secondsOf(pull) }),
  },
  {
    pattern: /^pull fails(?: (?<often>[1-9]\d{0,5}) times| (?<always>always))?$/,
    apply: (scenario, { often: times, always }) => ({ ...scenario, pullFails: always ? Infinity : Number(times ?? 1) }),
  },
  {
    pattern: new RegExp(`^preStop takes (?<hook>${time})$`, 'i'),
    apply: (scenario, { hook }) => ({ ...scenario, preStop: secondsOf(hook) }),
  },
  {
    pattern: new RegExp(`^postStart takes (?<hook>${time})$`, 'i'),
    apply: (scenario, { hook }) => ({ ...scenario, postStart: secondsOf(hook) }),
  },
  { pattern: /^postStart fails$/i, apply: (scenario) => ({ ...scenario, postStartFails: true }) },
];

interface PodClause {
  readonly pattern: RegExp;
  /** Said once at the most. */
  readonly deletes?: true;
  readonly apply: (draft: Draft, groups: Groups) => void;
}

/** What can be said of the Pod. */
export const podClauses: readonly PodClause[] = [
  {
    pattern: new RegExp(`^(?<how>deleted|drained) at (?<at>${time})(?: with grace (?<grace>${time}))?$`),
    deletes: true,
    apply: (draft, { how, at, grace }) => {
      draft.deleteAt = secondsOf(at);
      draft.evicts = how === 'drained';
      if (grace !== undefined) draft.deleteGrace = secondsOf(grace);
    },
  },
  {
    pattern: new RegExp(`^file removed at (?<at>${time})$`),
    deletes: true,
    apply: (draft, { at }) => {
      draft.deleteAt = secondsOf(at);
      draft.isStatic = true;
    },
  },
  {
    pattern: new RegExp(`^gate (?<type>\\S+) (?<status>True|False) at (?<at>${time})$`),
    apply: (draft, { at, type = '', status = '' }) => {
      draft.gates.push({ at: secondsOf(at), type, status });
    },
  },
  {
    pattern: new RegExp(`^until (?<end>${time})$`),
    apply: (draft, { end }) => {
      draft.horizon = secondsOf(end);
    },
  },
];
