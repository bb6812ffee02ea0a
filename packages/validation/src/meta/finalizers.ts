import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../context.js';
import { qualifiedNameProblem } from '../formats.js';
import { related } from '../related.js';

const says = defineMessages('finalizer', {
  invalid: 'The finalizer "{finalizer}" does not fit: {problem}.',
  'orphan-and-foreground':
    '"orphan" keeps the dependents and "foregroundDeletion" deletes them; they cannot both be set. Remove one.',
  'no-domain':
    'The finalizer "{finalizer}" has no domain, and it is none of Kubernetes\' own. Write it as "example.com/{finalizer}".',
});

/** IsStandardFinalizerName, pkg/apis/core/helper: the only finalizers without a domain. */
const standardFinalizers: ReadonlySet<string> = new Set(['kubernetes', 'orphan', 'foregroundDeletion']);

/** ValidateFinalizers, apimachinery/pkg/api/validation/objectmeta.go, with the core kinds' demand for a domain. */
export function validateFinalizers(finalizers: readonly string[], path: FieldPath, context: Context): void {
  validateFinalizerNames(finalizers, path, context);
  validateFinalizerDomains(finalizers, path, context);
}

/** The same without that demand: custom objects are only warned. */
export function validateFinalizerNames(finalizers: readonly string[], path: FieldPath, context: Context): void {
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
function validateFinalizerDomains(finalizers: readonly string[], path: FieldPath, context: Context): void {
  finalizers.forEach((finalizer, i) => {
    if (finalizer.includes('/') || standardFinalizers.has(finalizer)) return;
    context.report.invalid(path.index(i), says['no-domain']({ finalizer }));
  });
}
