/** Types of the published library. @public */
export type { Stage } from './diagnostic.js';
/** @public */
export type { Position, Provenance } from './report.js';
/** @public */
export type { AppliedFixes } from './fixes.js';
/** @public */
export type { ExplainedPresets } from './explain.js';
export type { Safety, Severity } from './diagnostic.js';
export type {
  FileRole,
  PositionRange,
  Report,
  ReportedDiagnostic,
  ReportedDocument,
  ReportedFile,
  ReportedFix,
  SourceFile,
  Summary,
  Verdict,
} from './report.js';
export { objectName, objectOf } from './report-objects.js';
export { applyFixes } from './fixes.js';
export { partSize, type ReportedPart, TextStream } from './text-stream.js';
export { createLinterWith, type Linter, type LinterOptions } from './linter.js';
export { UnknownVersionError } from './versions.js';
export type { UpdateReport } from './update.js';
export { timelinesOf } from './explain.js';
export { documentsOf } from './parse.js';
export type { Explanation, ExplainedDefault } from './explain.js';
export { isTemplateReason, type SkipReason } from './skip.js';
export { kustomizationNames, patchesNamedIn } from './kustomize.js';
export { UnknownRuleError, type FileSettings } from './settings.js';
export { type SettingsFor } from './layers.js';
export { suppressionRules } from './suppressions/rules.js';
export { adjustableCodes } from './levels.js';
export type { Level, Rule } from './rule/rule.js';
export { codes } from './codes.js';
export type { ReportPart } from './session/report-part.js';
export { createSessionWith, type JudgedFile, type Session } from './session/session.js';
export type { InspectedObject } from './inspect.js';
export type { SourceObject } from './objects.js';
export { settingFix, type FieldSetting } from './setting-fix.js';
export { numberedFingerprints } from './fingerprint.js';
export { hash64 } from './hash64.js';
export { jointVersions } from './joint-versions.js';
export { createStagedLinterWith, type StagedFile, type StagedLinter } from './staged/staged-linter.js';
export { roleOf } from './kustomize.js';
