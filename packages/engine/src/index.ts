export type { ApiError, Edit, Fix, Safety, Severity, Stage } from './findings/diagnostic.js';
export type {
  FileRole,
  Position,
  PositionRange,
  Provenance,
  RelatedPlace,
  Report,
  ReportedDiagnostic,
  ReportedDocument,
  ReportedFile,
  ReportedFix,
  SourceFile,
  Summary,
  Verdict,
} from './report/report.js';
export { objectName, objectOf } from './report/report-objects.js';
export { applyFixes, type AppliedFixes } from './report/fixes.js';
export { partSize, type ReportedPart, TextStream } from './pipeline/text-stream.js';
export { createLinterWith, type Linter, type LinterOptions } from './pipeline/linter.js';
export { UnknownVersionError } from './settings/versions.js';
export type { UpdateReport } from './update/update.js';
export { timelinesOf } from './explain/explain.js';
export { documentsOf } from './documents/parse.js';
export type { Explanation, ExplainedDefault, ExplainedPresets, ExplainedStaticPod } from './explain/explain.js';
export type { ExplainedPullPolicy } from './explain/pull-policies.js';
export { isTemplateReason, type SkipReason } from './documents/skip.js';
export { kustomizationNames, patchesNamedIn } from './documents/kustomize.js';
export {
  UnknownRuleError,
  type FileSettings,
  type Preset,
  type RuleSetting,
  type RuleSettings,
  type RuleTable,
  type SharedSettings,
} from './settings/settings.js';
export { type Override, type SettingsFor } from './settings/layers.js';
export { suppressionRules } from './suppressions/rules.js';
export { adjustableCodes } from './findings/levels.js';
export type { Level, Rule } from './rule/rule.js';
export { codes, type Code } from './findings/codes.js';
export type { ReportPart } from './session/report-part.js';
export { createSessionWith, type JudgedFile, type Session } from './session/session.js';
export type { InspectedObject, VersionJudgement } from './pipeline/inspect.js';
export type { SourceObject } from './documents/objects.js';
export { settingFix, type FieldSetting } from './pipeline/setting-fix.js';
export { numberedFingerprints } from './findings/fingerprint.js';
export { hash64 } from './findings/hash64.js';
export { jointVersions } from './settings/joint-versions.js';
export { createStagedLinterWith, type StagedFile, type StagedLinter } from './pipeline/staged-linter.js';
export { roleOf } from './documents/kustomize.js';
