/** The rule contract: all that a rule may import of the engine. */
export type { Change } from '@podlint/field-path';
export type { FoundReference } from '@podlint/kinds';
export { nearestNames } from '@podlint/plain/spelling';
export { addition, appended, setting } from './choices.js';
export { each, entries, type ListItem, type Placed } from './each.js';
export { entryAt, fieldAt, fieldBelow, itemAt, pathOf, type Field, type ListField } from './field.js';
export {
  defineRule,
  moveTo,
  remove,
  rename,
  set,
  wrap,
  type ChoiceProposal,
  type Collection,
  type Finding,
  type FindingInRun,
  type FixProposal,
  type Report,
  type Rule,
} from './rule.js';
export type {
  GraphObject,
  GraphPresence,
  GraphProblem,
  GraphReference,
  GraphRelation,
  ReferenceGraph,
} from './graph.js';
export { ignoresStatus } from './ignored-status.js';
export { referenceAt, referencesIn } from './references.js';
export { startupTimeSources } from './startup-time.js';
export type { Collected, ContainerView, ObjectView, PodView, ResourceView, RunObject, RunView } from './views.js';
