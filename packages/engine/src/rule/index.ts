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
  type Level,
  type Report,
  type Rule,
  type RunReport,
  type Wrapping,
} from './rule.js';
export { startupTimeSources } from './startup-time.js';
export type {
  ContainerRole,
  ContainerView,
  ObjectView,
  PodView,
  ResourceView,
  RunView,
  UnknownField,
} from './views.js';
