/** The rule contract: all that a rule may import of the engine. */
export { each, entries, type ListItem, type MapEntry, type Placed } from './each.js';
export { entryAt, fieldBelow, itemAt, segmentsOf, type Field, type ListField, type MapField } from './field.js';
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
