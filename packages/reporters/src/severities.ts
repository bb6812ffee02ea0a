import {
  numberedFingerprints,
  type Report,
  type ReportedDiagnostic,
  type ReportedFile,
  type Severity,
} from '@podlint/engine';

/** The gravest first. */
export const severities = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[];

/** A finding and the file it is in. */
export interface Placed {
  readonly diagnostic: ReportedDiagnostic;
  readonly file: ReportedFile;
  /** There once in the file; worked out when somebody asks. */
  readonly fingerprint: () => string;
}

/** The findings of a report, file by file; of a `quiet` one the errors. */
export function findingsOf(report: Report, detail: 'quiet' | 'normal' | 'verbose'): Placed[] {
  return report.files.flatMap((file) => {
    let prints: readonly string[] | undefined;
    const all = file.diagnostics.map((diagnostic, index): Placed => ({
      diagnostic,
      file,
      fingerprint: () => (prints ??= numberedFingerprints(file.diagnostics))[index]!,
    }));
    return all.filter(({ diagnostic }) => detail !== 'quiet' || diagnostic.severity === 'error');
  });
}

/** Those of equal severity keep their order. */
export function gravestFirst(findings: readonly Placed[]): Placed[] {
  const rank = (severity: Severity): number => severities.indexOf(severity);
  return [...findings].sort((a, b) => rank(a.diagnostic.severity) - rank(b.diagnostic.severity));
}
