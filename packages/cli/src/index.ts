/** podlint as a library. Runs in a browser; what needs a file system is in `podlint/node`. */
export {
  applyFixes,
  UnknownRuleError,
  UnknownVersionError,
  type AppliedFixes,
  type ExplainedDefault,
  type ExplainedPresets,
  type Explanation,
  type Linter,
  type LinterOptions,
  type Position,
  type PositionRange,
  type Provenance,
  type Report,
  type ReportedDiagnostic,
  type ReportedDocument,
  type ReportedFile,
  type ReportedChoice,
  type ReportedFix,
  type Safety,
  type Severity,
  type SourceFile,
  type Stage,
  type Summary,
  type UpdateReport,
  type Verdict,
} from '@podlint/engine';
export { readYaml, type JsonValue, type Range, type ReadYamlOptions, type ReadYamlResult } from '@podlint/syntax';
export {
  simulateProbes,
  type ContainerBehaviour,
  type ContainerProbes,
  type ContainerTimeline,
  type Probe,
  type ProbeKind,
  type ProbeTimeline,
} from '@podlint/kubelet';
export { createLinter } from './whole-linter.js';
