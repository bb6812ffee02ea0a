import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../context.js';
import { qualifiedNameProblem } from '../formats.js';
import { related } from '../related.js';

const says = defineMessages('finalizer', {
  invalid: 'The finalizer "{finalizer}" does not fit: {problem}.',
  'orphan-and-foreground':
    '"orphan" keeps the dependents and "foregroundDeletion" deletes them; they cannot both be set. Remove one.',
  'no-domain':
    'The finalizer "{finalizer}" has no domain, and Kubernetes itself has no such finalizer. Write it as "example.com/{finalizer}".',
});

/** IsStandardFinalizerName, pkg/apis/core/helper: the only finalizers without a domain. */
const standardFinalizers: ReadonlySet<string> = new Set(['kubernetes', 'orphan', 'foregroundDeletion']);

/** ValidateFinalizers, apimachinery/pkg/api/validation/objectmeta.go. */
export function validateFinalizers(finalizers: readonly string[], path: FieldPath, context: Context): void {
  finalizers.forEach((finalizer, i) => {
    const problem = qualifiedNameProblem(finalizer);
    if (problem) context.report.invalid(path, says.invalid({ finalizer, problem }), { at: path.index(i) });
  });
  const orphan = finalizers.indexOf('orphan');
  const foreground = finalizers.indexOf('foregroundDeletion');
  if (orphan >= 0 && foreground >= 0) {
    context.report.invalid(path, says['orphan-and-foreground'](), {
      at: path.index(Math.max(orphan, foreground)),
      related: [{ field: path.index(Math.min(orphan, foreground)), message: related['other-one']() }],
    });
  }
}

/** validateKubeFinalizerName, pkg/apis/core/validation/validation.go. */
export function validateFinalizerDomains(finalizers: readonly string[], path: FieldPath, context: Context): void {
  finalizers.forEach((finalizer, i) => {
    if (!isUnderstood(finalizer)) context.report.invalid(path.index(i), says['no-domain']({ finalizer }));
  });
}

function isUnderstood(finalizer: string): boolean {
  return finalizer.includes('/') || standardFinalizers.has(finalizer);
}

/** Why the text cannot be a finalizer outside of metadata (validateFinalizerName, pkg/apis/core/validation). */
export function finalizerMessage(finalizer: string): Message | undefined {
  const problem = qualifiedNameProblem(finalizer);
  if (problem) return says.invalid({ finalizer, problem });
  return isUnderstood(finalizer) ? undefined : says['no-domain']({ finalizer });
}
