export { validateCreate, type CreateResult } from './admit/create.js';
export type { CreateSteps } from './admit/create-steps.js';
export { decode, decodeJson } from './admit/decode.js';
export { applyDefaults } from './admit/defaults.js';
export { convertToInternal } from './admit/internal-form.js';
export { completeNewPod } from './core/pod/new-pod.js';
export { convertObject, equivalentKinds } from './admit/equivalents.js';
export { notesOn } from './admit/notes.js';
export type { Note } from './kind-module.js';
export { isAtomicDefinition, mergeTypeOf, type MergeType } from './merge-types.js';
export { structureFields, type StructureField } from './structure-fields.js';
export { giveNewStatus, settledStatusOf } from './admit/new-status.js';
export { servedForm, storedForm } from './admit/stored-form.js';
export { validateUpdate } from './admit/update.js';
export {
  hasLateChecks,
  lateChecks,
  needsLateChecks,
  provideLateChecks,
  type CompiledRule,
  type ExpressionAge,
  type ExpressionFault,
  type ExpressionUse,
  type PolicyExpressions,
  type RuleExpressions,
  type RuleFault,
  type RuleObject,
  type RuleVerdict,
  type SelectorFault,
} from './late-checks.js';
export type { FieldReferences, PodPart, Reference } from './reference.js';
export { podReferenceTable, referencesOf, referenceTableOf } from './references.js';
export type { FoundReference } from './reference-walk.js';
export { kindModules } from './registry.js';
export { countedTemplates } from './embedded/counted.js';
export {
  holdsKnownTemplate,
  judgePlacedTemplates,
  judgeTemplateOf,
  kindWithTemplate,
  type PlacedTemplate,
  type TemplatePlaces,
} from './embedded/template-of.js';
