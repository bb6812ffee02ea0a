/** The rule contract: all that a rule may import of the engine. */
export { segmentsOf, type Field } from './field.js';
export {
  defineRule,
  remove,
  rename,
  set,
  wrap,
  type Change,
  type Finding,
  type FixProposal,
  type Report,
  type Rule,
} from './rule.js';
export { startupTimeSources } from './startup-time.js';
export type { ContainerView, ObjectView, PodView, ResourceView, RunView } from './views.js';
