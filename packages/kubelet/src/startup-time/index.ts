export { matchesImage } from './image-pattern.js';
export {
  startupTimeAnnotation,
  startupTimeOf,
  startupTimeProblems,
  type StartupTime,
  type StartupTimeProblem,
  type StartupTimeSource,
  type StartupTimeSources,
} from './startup-time.js';
