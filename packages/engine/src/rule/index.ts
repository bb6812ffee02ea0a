/** The rule contract: all that a rule may import of the engine. */
export type { Change, Wrapping } from '@podlint/field-path';
export { each, entries, type ListItem, type MapEntry, type Placed } from './each.js';
export { entryAt, fieldBelow, itemAt, pathOf, type Field, type ListField, type MapField } from './field.js';
export {
  defineRule,
  remove,
  rename,
  set,
  wrap,
  type Collection,
  type Finding,
  type FindingInRun,
  type FixProposal,
  type Level,
  type Report,
  type Rule,
  type RunReport,
} from './rule.js';
export { startupTimeSources } from './startup-time.js';
export type {
  Collected,
  ContainerRole,
  ContainerView,
  ObjectView,
  PodView,
  ResourceView,
  RunObject,
  RunView,
  UnknownField,
} from './views.js';
