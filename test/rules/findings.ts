import type { Rule } from '@podlint/engine';
import { createLinter, type Report, type ReportedDiagnostic, type SourceFile } from 'podlint';
import { describeFinding, type CaseFile } from './case-file.js';

/** Everything podlint says with this rule alone turned on. */
export function lint(
  rule: Rule,
  files: readonly SourceFile[],
  { version, options }: Pick<CaseFile, 'version' | 'options'> = {},
): Report {
  const level = rule.level === 'off' ? 'warn' : rule.level;
  return createLinter({
    preset: 'none',
    rules: { [rule.id]: [level, options ?? {}] },
    ...(version ? { kubernetesVersions: [version] } : {}),
  }).lint(files);
}

export function findingsOf(rule: Rule, report: Report): { file: string; found: ReportedDiagnostic }[] {
  return report.files.flatMap((file) =>
    file.diagnostics.filter(({ code }) => code === rule.id).map((found) => ({ file: file.path, found })),
  );
}

/** Each finding as a marker would say it. */
export function described(rule: Rule, report: Report): string[] {
  return findingsOf(rule, report)
    .map(({ file, found }) => describeFinding(file, found))
    .sort();
}

/** Findings without their places: what must stay the same whatever holds the pod. */
export function essence(rule: Rule, report: Report, prefix = ''): string[] {
  return findingsOf(rule, report)
    .map(
      ({ found }) =>
        `${found.messageId} ${found.path.startsWith(prefix) ? found.path.slice(prefix.length) : found.path}`,
    )
    .sort();
}

/** What a rule says of other places in some cases. */
export function relatedIds(rule: Rule, cases: readonly CaseFile[]): string[] {
  return cases
    .flatMap((testCase) => findingsOf(rule, lint(rule, testCase.files, testCase)))
    .flatMap(({ found }) => found.related.map(({ messageId }) => messageId));
}
