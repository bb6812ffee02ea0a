import type { ReportedDiagnostic } from '@podlint/engine';
import type { FileView } from './file-view.js';
import type { Unset } from './unset.js';

/** A finding that is shown once, whatever the number of versions that have it. */
export interface Together {
  /** That of the newest version: each may have words of its own (the values that a field takes). */
  readonly found: ReportedDiagnostic;
  readonly holdsFor: readonly string[];
}

type View = Pick<FileView, 'versions'>;

/** Those of one mistake in several versions together, in the order of the first of them. */
export function together(findings: readonly ReportedDiagnostic[], view: View): readonly Together[];
export function together(parts: readonly (ReportedDiagnostic | Unset)[], view: View): readonly (Together | Unset)[];
export function together(
  parts: readonly (ReportedDiagnostic | Unset)[],
  { versions }: View,
): readonly (Together | Unset)[] {
  const asked = versions.map(({ name }) => name);
  const shown = new Map<string | ReportedDiagnostic | Unset, Together | Unset>();
  for (const part of parts) {
    if ('found' in part) {
      shown.set(part, part);
      continue;
    }
    const isOfAll = part.kubernetesVersions.length >= asked.length;
    const key = isOfAll ? part : keyOf(part);
    const known = shown.get(key);
    shown.set(key, known && 'holdsFor' in known ? joined(known, part, asked) : alone(part));
  }
  return [...shown.values()];
}

export function alone(found: ReportedDiagnostic): Together {
  return { found, holdsFor: found.kubernetesVersions };
}

function keyOf({ code, messageId, severity, path, range: { start, end } }: ReportedDiagnostic): string {
  return `${code} ${messageId} ${severity} ${start.offset} ${end.offset} ${path}`;
}

function joined(known: Together, found: ReportedDiagnostic, asked: readonly string[]): Together {
  const holdsFor = asked.filter((name) => known.holdsFor.includes(name) || found.kubernetesVersions.includes(name));
  const newest = holdsFor.at(-1);
  return { found: newest !== undefined && known.holdsFor.includes(newest) ? known.found : found, holdsFor };
}
