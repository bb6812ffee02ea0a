/** The life of a Pod and of a Job: asked for by few, and not loaded by the others. */
export { lifeWithRanges, simulateLife } from './life/index.js';
export type { RangedEvent } from './life/ranges.js';
export type {
  ContainerRun,
  ContainerScenario,
  GoneEvent,
  LifeEvent,
  ProcessEvent,
  Scenario,
  SeenContainer,
  StatusEvent,
} from './life/scenario.js';
export { podActions, type PodActionsVerdict } from './pod-actions/index.js';
export { podStatus, type PodStatusFacts, type PodStatusVerdict } from './pod-status/index.js';
export { syncJob, type JobVerdict } from './job/index.js';
export { offeredScenarios } from './life-scenario/offered.js';
export { readScenario } from './life-scenario/read.js';
export { lifeOutcome, type LifeOutcome } from './life-scenario/outcome.js';
export type { PodSpec } from './restart-policy.js';
