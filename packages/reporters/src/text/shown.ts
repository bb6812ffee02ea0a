import type { ReportedDiagnostic } from '@podlint/engine';

/** Whether `--show` asks for a finding: by its code, by a group (`security/*`), or for all. */
export function isAskedFor({ code }: Pick<ReportedDiagnostic, 'code'>, show: readonly string[] = []): boolean {
  return show.some((name) => name === 'all' || fits(name, code));
}

/** Whether a name of `--show` is the code's own, or its group's. */
export function fits(name: string, code: string): boolean {
  return name === code || (name.endsWith('/*') && code.startsWith(name.slice(0, -1)));
}
