import { isFreeText } from '../../documents/free-text.js';
import type { Finding } from '../finding.js';
import { mayHavePlaceholders, placeholdersIn } from '../../documents/placeholders/pattern.js';

/** A finding that holds only as long as nobody fills in what stands at its place. */
export function isCausedByPlaceholder(
  text: string,
  { stage, path, range }: Pick<Finding, 'stage' | 'path' | 'range'>,
): boolean {
  const segments = segmentsIn(path);
  // Kubernetes fills in `$(VAR)` here itself, and what is said of it holds all the same.
  if (stage === 'syntax' || segments.includes('subPathExpr')) return false;
  // What a rule says about a command or a variable is about the signs in it, which shells and Kubernetes read
  // themselves.
  if (stage === 'lint' && isFreeText(segments)) return false;
  const written = text.slice(range.start, range.end);
  return mayHavePlaceholders(written) && placeholdersIn(text, range).length > 0;
}

function segmentsIn(path: string): string[] {
  return path.split(/[.[\]]+/);
}

/** Findings apart: those that placeholders cause, and the rest. */
export function apart(
  text: string,
  findings: readonly Finding[],
): { readonly caused: readonly Finding[]; readonly rest: readonly Finding[] } {
  const caused = findings.filter((finding) => isCausedByPlaceholder(text, finding));
  if (caused.length === 0) return { caused, rest: findings };
  const missing = caused
    .filter(({ code }) => code === 'schema/wrong-type')
    .flatMap(({ path }) => [path, ...defaultedFrom(path)]);
  return {
    caused,
    rest: findings.filter(
      (finding) =>
        !caused.includes(finding) && !(finding.stage === 'lint' && missing.some((path) => holds(finding.path, path))),
    ),
  };
}

/** A request that is not written is the limit (SetDefaults_Pod in pkg/apis/core/v1/defaults.go). */
function defaultedFrom(path: string): string[] {
  return /\.resources\.limits[.[]/.test(path) ? [path.replace('.resources.limits', '.resources.requests')] : [];
}

/**
 * Whether a path is another one, or leads to it: a rule that looks at the whole may miss the value that is still to
 * come.
 */
function holds(outer: string, inner: string): boolean {
  return outer === '' || inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}
