import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsSubdomainProblem } from '../../formats.js';
import { validateLabelSelector } from '../../selectors/label-selector.js';
import { validateLocalPath } from './paths.js';
import type { ProjectedFiles } from './projected-files.js';
import { requireFields } from './required.js';
import { validateSignerName } from './signer-name.js';

const says = defineMessages('trust-bundle', {
  file: 'the name of the file that holds the certificates',
  'name-and-signer': '"name" picks one bundle and "signerName" many. Remove one of them.',
  'name-and-selector':
    '"labelSelector" picks among the bundles of a signer, but "name" picks one already. Remove one of them.',
  'no-choice': 'Nothing says which trust bundle. Set "name", or "signerName" and "labelSelector".',
  'empty-name': 'The name of the trust bundle is empty. Set it.',
  'invalid-name': '"{name}" is not the name of a trust bundle: {problem}.',
  'no-signer': 'there is no signer before ":"',
  slash: 'the "/" of a signer\'s name is written ":" here',
});

type Projection = Decoded<core.ClusterTrustBundleProjection>;

/** Trusted certificates as a file (validateProjectionSources, pkg/apis/core/validation/validation.go). */
export function validateClusterTrustBundle(
  bundle: Projection,
  path: FieldPath,
  files: ProjectedFiles,
  context: Context,
): void {
  validateChoice(bundle, path, context);
  requireFields(bundle, { path: says.file }, path, context);
  validateLocalPath(bundle.path, path.child('path'), context);
  files.addEvenUnnamed(bundle.path ?? '', path.child('path'));
}

/** One bundle by its name, or all bundles of a signer that a selector picks. */
function validateChoice({ name, signerName, labelSelector }: Projection, path: FieldPath, context: Context): void {
  if (name !== undefined && signerName !== undefined) {
    context.report.invalid(path, says['name-and-signer']());
  } else if (name !== undefined) {
    validateBundleName(name, path.child('name'), context);
    if (labelSelector) context.report.invalid(path.child('labelSelector'), says['name-and-selector']());
  } else if (signerName !== undefined) {
    validateSignerName(signerName, path.child('signerName'), context);
    validateLabelSelector(labelSelector, path.child('labelSelector'), context);
  } else {
    context.report.required(path, says['no-choice']());
  }
}

function validateBundleName(name: string, path: FieldPath, context: Context): void {
  if (name === '') context.report.required(path, says['empty-name']());
  const problem = bundleNameProblem(name);
  if (problem) context.report.invalid(path, says['invalid-name']({ name, problem }));
}

/**
 * A signer's bundle is named after it, with ":" for "/" and before the rest (ValidateClusterTrustBundleName,
 * pkg/apis/core/validation/names.go).
 */
function bundleNameProblem(name: string): Message | undefined {
  const split = name.lastIndexOf(':');
  const signer = name.slice(0, Math.max(split, 0));
  if (split === 0) return says['no-signer']();
  if (signer.includes('/')) return says.slash();
  return dnsSubdomainProblem(name.slice(split + 1));
}
