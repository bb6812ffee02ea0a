import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsSubdomainProblem } from '../../formats.js';
import { validateLabelSelector } from '../../selectors/label-selector.js';
import { validateLocalPath } from './paths.js';
import type { ProjectedFiles } from './projected-files.js';
import { requireFields } from './required.js';
import { validateSignerName } from './signer-name.js';

type Projection = Decoded<core.ClusterTrustBundleProjection>;

/** Trusted certificates as a file (validateProjectionSources, pkg/apis/core/validation/validation.go). */
export function validateClusterTrustBundle(
  bundle: Projection,
  path: FieldPath,
  files: ProjectedFiles,
  context: Context,
): void {
  validateChoice(bundle, path, context);
  requireFields(bundle, { path: 'the name of the file that holds the certificates' }, path, context);
  validateLocalPath(bundle.path, path.child('path'), context);
  files.addEvenUnnamed(bundle.path ?? '', path.child('path'));
}

/** One bundle by its name, or all bundles of a signer that a selector picks. */
function validateChoice({ name, signerName, labelSelector }: Projection, path: FieldPath, context: Context): void {
  if (name !== undefined && signerName !== undefined) {
    context.report.invalid(path, '"name" picks one bundle and "signerName" many. Remove one of them.');
  } else if (name !== undefined) {
    validateBundleName(name, path.child('name'), context);
    if (labelSelector)
      context.report.invalid(
        path.child('labelSelector'),
        '"labelSelector" picks among the bundles of a signer, but "name" picks one already. Remove one of them.',
      );
  } else if (signerName !== undefined) {
    validateSignerName(signerName, path.child('signerName'), context);
    validateLabelSelector(labelSelector, path.child('labelSelector'), context);
  } else {
    context.report.required(path, 'Nothing says which trust bundle. Set "name", or "signerName" and "labelSelector".');
  }
}

function validateBundleName(name: string, path: FieldPath, context: Context): void {
  if (name === '') context.report.required(path, 'The name of the trust bundle is empty. Set it.');
  const problem = bundleNameProblem(name);
  if (problem) context.report.invalid(path, `"${name}" is not the name of a trust bundle: ${problem}.`);
}

/**
 * A signer's bundle is named after it, with ":" for "/" and before the rest (ValidateClusterTrustBundleName,
 * pkg/apis/core/validation/names.go).
 */
function bundleNameProblem(name: string): string | undefined {
  const split = name.lastIndexOf(':');
  const signer = name.slice(0, Math.max(split, 0));
  if (split === 0) return 'there is no signer before ":"';
  if (signer.includes('/')) return 'the "/" of a signer\'s name is written ":" here';
  return dnsSubdomainProblem(name.slice(split + 1));
}
