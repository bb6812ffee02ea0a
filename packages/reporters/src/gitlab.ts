import { hash64, type Severity } from '@podlint/engine';
import type { Reporter } from './reporter.js';
import { visible, visibleJson } from './sanitize.js';
import { findingsOf, type Placed } from './severities.js';

/** What GitLab takes of the format that it shares with Code Climate. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: {
    readonly path: string;
    /** The widget of a merge request links to `lines`; it is refused without. */
    readonly lines: { readonly begin: number; readonly end: number };
    readonly positions: { readonly begin: Place; readonly end: Place };
  };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** What the server refuses never runs, which is as grave as it gets; an error of a rule runs, and hurts. */
function severityOf(severity: Severity, stage: string): Issue['severity'] {
  if (severity === 'error') return stage === 'lint' || stage === 'policy' ? 'critical' : 'blocker';
  return ({ warning: 'major', info: 'minor', hint: 'info' } as const)[severity];
}

/** GitLab's Code Quality report. */
export const gitlab: Reporter = (report, { detail, repositoryPath = (path) => path }) => {
  const issues = findingsOf(report, detail).map((finding) => issueOf(finding, repositoryPath(finding.file.path)));
  return visibleJson(`${JSON.stringify(issues, undefined, 2)}\n`);
};

function issueOf({ diagnostic, fingerprint }: Placed, path: string): Issue {
  const { code, message, severity, stage, range } = diagnostic;
  const { start, end } = range;
  return {
    description: visible(message),
    check_name: code,
    // GitLab takes equal fingerprints for one finding, and one object may be in several files.
    fingerprint: hash64(`${path}\n${fingerprint()}`),
    severity: severityOf(severity, stage),
    location: {
      path: visible(path),
      lines: { begin: start.line, end: end.line },
      positions: { begin: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } },
    },
  };
}
