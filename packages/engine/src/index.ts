export type { Safety, Severity, Tag } from './findings/diagnostic.js';
/** Part of what the library returns. @public */
export type { Stage } from './findings/diagnostic.js';
export type { PositionRange } from './documents/position.js';
/** Part of what the library returns. @public */
export type { Position } from './documents/position.js';
export type { FileRole, SourceFile } from './documents/source-file.js';
export type {
  Report,
  ReportedChoice,
  ReportedDiagnostic,
  ReportedFollowed,
  ReportedDocument,
  ReportedFile,
  ReportedFix,
  Summary,
} from './report/report.js';
export type { Verdict } from './verdict/verdict.js';
export { objectName, objectOf, placeInFile } from './report/report-objects.js';
export { containerIn, type ContainerPlace } from './report/container-in.js';
export { buildsNote, versionNote } from './report/notes.js';
/** Part of what the library returns. @public */
export type { Provenance } from './report/report.js';
export { applyFixes } from './report/fixes.js';
/** Part of what the library returns. @public */
export type { AppliedFixes } from './report/fixes.js';
export { partSize, type ReportedPart, type TextStream } from './drivers/text-stream.js';
export type { KustomizeBuilds } from './builds/hook.js';
export { createLinterWith, type Linter, type LinterMeans } from './drivers/linter.js';
export { createExaminerWith, type Examinations, type Examiner, type FileToExamine } from './drivers/examiner.js';
export type { ExaminedFile } from './pipeline/examined.js';
export { examinedFromJson, examinedToJson } from './pipeline/examined-json.js';
export type { LinterOptions } from './settings/circumstances.js';
export { UnknownVersionError } from './settings/versions.js';
export type { UpdateReport } from './update/update.js';
export { timelinesOf } from './explain/timelines.js';
export { objectsOf } from './documents/objects.js';
export { documentsOf, keepDocuments, type NumberedDocument } from './documents/parse.js';
export type { Explanation, ExplainedDefault } from './explain/explanation.js';
/** Part of what the library returns. @public */
export type { ExplainedPresets } from './explain/explanation.js';
export { isTemplateReason, type SkipReason } from './documents/skip.js';
export { apiOfKustomization, isKustomizationName, kustomizationNames, kustomizeApi } from './documents/kustomize.js';
export { skaffoldNames, skaffoldOf } from './documents/skaffold.js';
export { fitsRuleGlob, isRuleGlob } from './settings/rule-table.js';
export { sumOfNotShown, type ReportLevel } from './report/shown.js';
export { UnknownRuleError, type FileSettings } from './settings/settings.js';
export { type SettingsFor } from './settings/layers.js';
export { suppressionRules } from './suppressions/rules.js';
export { adjustableCodes } from './findings/levels.js';
export type { Level, Rule } from './rule/rule.js';
export { codes, docsOf, type Code } from './findings/codes.js';
export { LineIndex } from './documents/positions.js';
export { commentsLike } from './suppressions/comments.js';
export { takeFaults } from './findings/fault.js';
export type { ReportPart } from './session/report-part.js';
export type { JudgedFile } from './session/answer.js';
export type { RootView } from './session/root-view.js';
export { createSessionWith } from './session/incremental-session.js';
export type { Session } from './session/session.js';
export type { InspectedObject } from './verdict/inspected.js';
export type { SourceObject } from './documents/objects.js';
export { numberedFingerprints } from './findings/fingerprint.js';
export { CustomRuleError, customRuleMessages } from './settings/custom-rules/make-rule.js';
export { hash64 } from './findings/hash64.js';
export { offsetInScalar } from './findings/place-in-scalar.js';
export { jointVersions } from './settings/joint-versions.js';
export { definitionsIn, objectsOfKinds } from './documents/definitions.js';
export { needsOf, type TextNeeds } from './documents/text-needs.js';
export type { CustomResources, DefinedKind } from './verdict/custom-resources.js';
export { AdmissionObjects, type KnownAdmission } from './verdict/admission-objects.js';
export { KnownDefinitions, type DefinitionMeans } from './verdict/known-definitions.js';
export { liveResources } from './verdict/live-resources.js';
export { namings, roleByName, roleOf } from './documents/file-roles.js';
export { RolesByPath, type NamedRole } from './documents/roles-by-path.js';
export type { GraphObject, GraphProblem, GraphReference, ReferenceGraph } from './rule/graph.js';
