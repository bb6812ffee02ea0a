import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { qualifiedNameProblem } from '../../formats.js';
import { type StringMap, validateAnnotationsSize } from '../../meta/labels.js';
import { validateLocalPath } from './paths.js';
import type { ProjectedFiles } from './projected-files.js';
import { isKubernetesSigner, validateSignerName } from './signer-name.js';

const says = defineMessages('pod-certificate', {
  lifetime: 'A certificate of this signer cannot be asked to live for {seconds} seconds. Use {min} to {max}.',
  'no-file': 'The certificate is written nowhere. Set "credentialBundlePath", or "keyPath" and "certificateChainPath".',
  'empty-key': 'A key is empty. Give it a domain and a name, such as "example.com/purpose".',
  'no-domain': 'it needs a domain before its name, such as "example.com/purpose"',
  'invalid-key': 'The key "{key}" does not fit: {problem}.',
});

type Projection = Decoded<core.PodCertificateProjection>;

const keyTypes = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];
const fileFields = ['credentialBundlePath', 'keyPath', 'certificateChainPath'] as const;

const hour = 60 * 60;
/** MaxMaxExpirationSeconds and KubernetesMaxMaxExpirationSeconds, pkg/apis/certificates/types.go. */
const maxExpirationSeconds = 91 * 24 * hour;
const maxExpirationSecondsOfKubernetes = 24 * hour;

/**
 * A key and certificate that the kubelet requests for the pod (validateProjectionSources,
 * pkg/apis/core/validation/validation.go).
 */
export function validatePodCertificate(
  certificate: Projection,
  path: FieldPath,
  files: ProjectedFiles,
  context: Context,
): void {
  validateSignerName(certificate.signerName ?? '', path.child('signerName'), context);
  validateUserAnnotations(certificate.userAnnotations, path.child('userAnnotations'), context);
  if (!keyTypes.includes(certificate.keyType ?? ''))
    context.report.notSupported(path.child('keyType'), certificate.keyType ?? '', keyTypes);
  validateExpiration(certificate, path.child('maxExpirationSeconds'), context);
  validateFiles(certificate, path, files, context);
}

function validateExpiration(
  { maxExpirationSeconds: seconds, signerName = '' }: Projection,
  path: FieldPath,
  context: Context,
): void {
  const max = isKubernetesSigner(signerName) ? maxExpirationSecondsOfKubernetes : maxExpirationSeconds;
  if (seconds !== undefined && (seconds < hour || seconds > max)) {
    context.report.invalid(path, says.lifetime({ seconds, min: hour, max }));
  }
}

function validateFiles(certificate: Projection, path: FieldPath, files: ProjectedFiles, context: Context): void {
  for (const field of fileFields) {
    validateLocalPath(certificate[field], path.child(field), context);
    files.add(certificate[field], path.child(field));
  }
  if (!fileFields.some((field) => certificate[field])) {
    context.report.required(path, says['no-file']());
  }
}

/** What is handed on to the signer: like annotations, but each key needs a domain (ValidateUserAnnotations). */
function validateUserAnnotations(annotations: StringMap = {}, path: FieldPath, context: Context): void {
  for (const key of Object.keys(annotations)) {
    if (key === '')
      context.report.required(path, says['empty-key'](), {
        at: path.key(key),
      });
    else {
      const problem = qualifiedNameProblem(key.toLowerCase()) ?? (key.includes('/') ? undefined : says['no-domain']());
      if (problem)
        context.report.invalid(path, says['invalid-key']({ key, problem }), { at: path.key(key), inKey: true });
    }
  }
  validateAnnotationsSize(annotations, path, context);
}
