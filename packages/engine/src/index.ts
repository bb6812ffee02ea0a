export type { Diagnostic, Edit, Fix, RelatedPlace, Safety, Severity, Stage } from './diagnostic.js';
export type { Position, PositionRange, Report, ReportedDiagnostic, ReportedDocument, ReportedFile, ReportedFix, SourceFile, Summary, Verdict } from './report.js';
export { createLinter, type Linter, type LinterOptions } from './linter.js';
