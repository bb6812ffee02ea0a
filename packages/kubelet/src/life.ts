/** The life of a Pod and of a Job: asked for by few, and not loaded by the others. */
export { lifeWithProbes, lifeWithRanges, simulateLife } from './life/index.js';
export { jobLifeWithRanges, simulateJob } from './job-life/index.js';
export { jobOutcome, type JobOutcome } from './job-life/outcome.js';
export type { JobLifeEvent, JobPodEvent, JobStatusEvent, PodOfJobEvent } from './job-life/job-life.js';
export type { JobSpec } from './job/job-facts.js';
export type { Ranged, RangedEvent } from './life/ranges.js';
export type {
  ContainerRun,
  ContainerScenario,
  GoneEvent,
  LifeEvent,
  ProbeEvent,
  ProcessEvent,
  Scenario,
  SeenContainer,
  StatusEvent,
} from './life/scenario.js';
export { podActions, type PodActionsVerdict } from './pod-actions/index.js';
export { podStatus, type PodStatusFacts, type PodStatusVerdict } from './pod-status/index.js';
export { syncJob, type JobVerdict } from './job/index.js';
export { offeredScenarios } from './life-scenario/offered.js';
export { horizonsOfJobs, readScenario } from './life-scenario/read.js';
export { lifeOutcome, type LifeOutcome } from './life-scenario/outcome.js';
export { probeKinds, type ProbeKind } from './probe-timeline/worker.js';
export type { PodSpec } from './restart-policy.js';
