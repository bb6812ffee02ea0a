import type { Finding } from './finding.js';

/**
 * What a strategic merge patch says about how to merge (apimachinery/pkg/util/strategicpatch/meta.go): `$patch`,
 * `$setElementOrder/containers`, ...
 */
const directive = /^\$(?:patch|retainKeys|setElementOrder\/.+|deleteFromPrimitiveList\/.+)$/;

/** An unknown field that the reader of a patch knows. */
export function isDirective({ path }: Finding): boolean {
  return directive.test(String(path.segment));
}
