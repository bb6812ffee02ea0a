import type { ReportedDiagnostic, ReportedFile, Severity } from '@podlint/engine';

/** How often a code was found. */
export interface CodeCount {
  readonly code: string;
  readonly severity: Severity;
  readonly findings: number;
  readonly objects: number;
  readonly files: number;
  /** Findings that offer a fix. */
  readonly fixable: number;
}

interface Counting {
  findings: number;
  objects: number;
  files: number;
  fixable: number;
  lastFile: string;
  lastObject: string;
}

/** Counts the findings of each code while files come; those of one file come one after the other. */
export class Statistics {
  private readonly counts = new Map<string, Counting>();

  add(file: ReportedFile): void {
    const inOrder = [...file.diagnostics].sort((a, b) => a.document - b.document || (a.item ?? -1) - (b.item ?? -1));
    for (const diagnostic of inOrder) this.count(file.path, diagnostic);
  }

  private count(path: string, { code, severity, document, item, fixes }: ReportedDiagnostic): void {
    const key = `${severity} ${code}`;
    const counting = this.counts.get(key) ?? {
      ...{ findings: 0, objects: 0, files: 0, fixable: 0 },
      ...{ lastFile: '', lastObject: '' },
    };
    this.counts.set(key, counting);
    counting.findings++;
    if (fixes.length > 0) counting.fixable++;
    if (counting.lastFile !== path) counting.files++;
    const object = `${path}\n${document}\n${item ?? ''}`;
    if (counting.lastObject !== object) counting.objects++;
    counting.lastFile = path;
    counting.lastObject = object;
  }

  /** The commonest first. */
  rows(severity: Severity): CodeCount[] {
    return [...this.counts]
      .filter(([key]) => key.startsWith(`${severity} `))
      .map(([key, { findings, objects, files, fixable }]) => ({
        code: key.slice(severity.length + 1),
        ...{ severity, findings, objects, files, fixable },
      }))
      .sort((a, b) => b.findings - a.findings || (a.code < b.code ? -1 : 1));
  }
}
