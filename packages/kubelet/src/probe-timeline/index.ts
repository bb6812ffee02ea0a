export { afterKill, gracePeriodOf, type AfterKill, type GracePeriod } from './after-kill.js';
export {
  containerTimeline,
  type ContainerRole,
  type ContainerTimeline,
  type ProbeCourse,
  type ProbeSettings,
  type TimedContainer,
} from './container-timeline.js';
export {
  probeRuns,
  simulateProbes,
  type ContainerBehaviour,
  type ContainerProbes,
  type ProbeRun,
  type ProbeTimeline,
} from './simulate.js';
export type { EventWindow, TimeWindow } from './time-window.js';
export {
  probeWindows,
  type KillBudget,
  type ProbeVerdict,
  type ProbeWindows,
  type StartupBehaviour,
} from './windows.js';
export type { ProbeKind } from './worker.js';
export type { Probe } from './worker.js';
