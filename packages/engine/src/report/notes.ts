import type { ReportedDiagnostic } from './report.js';

/** Worth a word only where it does not hold for every version that was asked for. */
export function versionNote(holdsFor: readonly string[], asked: readonly string[]): string {
  return holdsFor.length === 0 || holdsFor.length >= asked.length ? '' : `Kubernetes ${holdsFor.join(', ')} only`;
}

/** The builds that show it, and what they did to the value. */
export function buildsNote({ builds }: Pick<ReportedDiagnostic, 'builds'>): string {
  if (!builds) return '';
  const [first = '', second, ...more] = builds.roots;
  const names =
    second === undefined
      ? first
      : more.length > 1
        ? `${first} and ${more.length + 1} more`
        : [first, second, ...more].join(', ');
  const steps = [...new Set(builds.steps.map(({ file, field }) => (field === '' ? file : `${field} of ${file}`)))];
  const changed = steps.length === 0 ? '' : `; changed by ${steps.slice(-2).join(', then ')}`;
  return `the ${builds.roots.length === 1 ? 'build' : 'builds'} of ${names}${changed}`;
}
