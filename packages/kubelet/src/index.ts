/** Types of the published library. @public */
export type { Probe } from './probe-timeline/index.js';
export {
  afterKill,
  containerTimeline,
  probeRuns,
  probeWindows,
  simulateProbes,
  type AfterKill,
  type ContainerBehaviour,
  type ContainerProbes,
  type ContainerTimeline,
  type EventWindow,
  type KillBudget,
  type ProbeCourse,
  type ProbeKind,
  type ProbeSettings,
  type ProbeTimeline,
  type ProbeWindows,
  type TimeWindow,
} from './probe-timeline/index.js';
export { apiReferences, referredObjects, staticPodRefusedSince } from './static-pod.js';
export {
  matchesImage,
  startupTimeAnnotation,
  startupTimeOf,
  startupTimeProblems,
  type StartupTime,
  type StartupTimeProblem,
  type StartupTimeSource,
  type StartupTimeSources,
} from './startup-time/index.js';
export {
  argumentsOf,
  certainSleepSeconds,
  isShell,
  programOf,
  readCommandLine,
  sleepSeconds,
  wordsOfContainer,
  wrapperIndex,
  type CommandLine,
  type ShellCommand,
} from './shell/index.js';
export { restartsWithin } from './crash-loop.js';
export { parseDuration, type DurationProblem } from './duration.js';
export { mayComeFromService, variableReferences } from './env-expansion.js';
