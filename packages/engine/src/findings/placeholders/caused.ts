import type { FieldPath } from '@podlint/field-path';
import { isFreeText } from '../../documents/free-text.js';
import type { Finding } from '../finding.js';
import type { Placeholders } from '../../documents/placeholders/pattern.js';

/** A finding that holds only as long as nobody fills in what stands at its place. */
export function isCausedByPlaceholder(
  text: string,
  { stage, path, range }: Pick<Finding, 'stage' | 'path' | 'range'>,
  placeholders: Placeholders,
): boolean {
  // Kubernetes fills in `$(VAR)` here itself, and what is said of it holds all the same.
  if (stage === 'syntax' || path.segments.includes('subPathExpr')) return false;
  // What a rule says about a command or a variable is about the signs in it, which shells and Kubernetes read
  // themselves.
  if (stage === 'lint' && isFreeText(path.segments)) return false;
  const written = text.slice(range.start, range.end);
  return placeholders.mayBeIn(written) && placeholders.within(text, range).length > 0;
}

/** Findings apart: those that placeholders cause, and the rest. */
export function apart(
  text: string,
  findings: readonly Finding[],
  placeholders: Placeholders,
): { readonly caused: readonly Finding[]; readonly rest: readonly Finding[] } {
  const caused = findings.filter((finding) => isCausedByPlaceholder(text, finding, placeholders));
  if (caused.length === 0) return { caused, rest: findings };
  // A rule that looks at the whole may miss the value that is still to come.
  const missing = caused
    .filter(({ code }) => code === 'schema/wrong-type')
    .flatMap(({ path }) => [path, ...defaultedFrom(path)]);
  const around = new Set(missing.flatMap((path) => path.trail.map(String)));
  const isCaused = new Set(caused);
  return {
    caused,
    rest: findings.filter(
      (finding) => !isCaused.has(finding) && !(finding.stage === 'lint' && around.has(finding.path.toString())),
    ),
  };
}

/** A request that is not written is the limit (SetDefaults_Pod in pkg/apis/core/v1/defaults.go). */
function defaultedFrom(path: FieldPath): FieldPath[] {
  const limits = path.trail.find(({ segment, holder }) => segment === 'limits' && holder.segment === 'resources');
  return limits && limits !== path ? [path.rebase(limits, limits.holder.child('requests'))] : [];
}
