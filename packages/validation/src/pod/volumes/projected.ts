import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { validateClusterTrustBundle } from './cluster-trust-bundle.js';
import { validateDownwardApiFiles, validateItems } from './file-sources.js';
import { reportedUnder } from './misreported.js';
import { validateFileMode, validateLocalPath } from './paths.js';
import { validatePodCertificate } from './pod-certificate.js';
import { ProjectedFiles } from './projected-files.js';
import { requireFields } from './required.js';
import type { SourceCheck } from './types.js';

const says = defineMessages('projected-volume', {
  'several-sources': 'An entry of "sources" takes from one place. Make each of them an entry of its own.',
  object: 'the name of the object that the files come from',
  'token-lifetime': 'A token cannot be valid for {seconds} seconds. Use {min} (10 minutes) to {max}.',
  'token-file': 'the name of the file that holds the token',
});

type Projection = Decoded<core.VolumeProjection>;

const sourceNames = [
  'secret',
  'configMap',
  'downwardAPI',
  'serviceAccountToken',
  'clusterTrustBundle',
  'podCertificate',
] as const;

const minTokenSeconds = 10 * 60;
const maxTokenSeconds = 2 ** 32;
/** First minor that looks at where the token is written, not only that it is (validateProjectionSources). */
const tokenPathCheckedSince = 30;

export const validateProjected: SourceCheck<'projected'> = (projected, path, { context }) => {
  validateFileMode(projected.defaultMode, path.child('defaultMode'), context);
  const files = new ProjectedFiles(path, context);
  projected.sources?.forEach((source, i) => validateProjection(source, path.child('sources').index(i), files, context));
};

/** Unlike volumes, each source of a projection is checked even where there is one too many. */
function validateProjection(source: Projection, path: FieldPath, files: ProjectedFiles, context: Context): void {
  if (source.secret) validateKeys(source.secret, path.child('secret'), files, context);
  if (source.configMap) validateKeys(source.configMap, path.child('configMap'), files, context);
  if (source.downwardAPI) validateDownwardApi(source.downwardAPI, path.child('downwardAPI'), files, context);
  if (source.serviceAccountToken)
    validateServiceAccountToken(source.serviceAccountToken, path.child('serviceAccountToken'), files.path, context);
  if (source.clusterTrustBundle)
    validateClusterTrustBundle(source.clusterTrustBundle, path.child('clusterTrustBundle'), files, context);
  if (source.podCertificate)
    validatePodCertificate(source.podCertificate, path.child('podCertificate'), files, context);
  if (sourceNames.filter((name) => source[name]).length > 1) {
    context.report.forbidden(path, says['several-sources']());
  }
}

function validateKeys(
  object: Decoded<core.SecretProjection | core.ConfigMapProjection>,
  path: FieldPath,
  files: ProjectedFiles,
  context: Context,
): void {
  requireFields(object, { name: says.object }, path, context);
  validateItems(object.items, path, context);
  object.items?.forEach((item, i) => files.add(item.path, path.child('items').index(i).child('path')));
}

function validateDownwardApi(
  downwardApi: Decoded<core.DownwardAPIProjection>,
  path: FieldPath,
  files: ProjectedFiles,
  context: Context,
): void {
  validateDownwardApiFiles(downwardApi.items, path, context);
  downwardApi.items?.forEach((file, i) => files.add(file.path, path.child('items').index(i).child('path')));
}

/** The server reports the token's path under the volume, and does not compare it with other files. */
function validateServiceAccountToken(
  token: Decoded<core.ServiceAccountTokenProjection>,
  path: FieldPath,
  projectedPath: FieldPath,
  context: Context,
): void {
  const seconds = token.expirationSeconds ?? minTokenSeconds;
  if (seconds < minTokenSeconds || seconds > maxTokenSeconds) {
    context.report.invalid(
      path.child('expirationSeconds'),
      says['token-lifetime']({ seconds, min: minTokenSeconds, max: maxTokenSeconds }),
    );
  }
  reportedUnder(projectedPath, path, context, (reported) => {
    requireFields(token, { path: says['token-file'] }, reported, context);
    if (context.minor >= tokenPathCheckedSince && !context.options.allowNonLocalProjectedTokenPath)
      validateLocalPath(token.path, reported.child('path'), context);
  });
}
