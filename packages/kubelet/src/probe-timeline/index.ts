export { afterKill, type AfterKill } from './after-kill.js';
export {
  containerTimeline,
  type ContainerTimeline,
  type ProbeCourse,
  type ProbeSettings,
} from './container-timeline.js';
export {
  probeRuns,
  simulateProbes,
  type ContainerBehaviour,
  type ContainerProbes,
  type ProbeTimeline,
} from './simulate.js';
export type { EventWindow, TimeWindow } from './time-window.js';
export { probeWindows, type KillBudget, type ProbeWindows } from './windows.js';
export type { Probe, ProbeKind } from './worker.js';
