import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../context.js';
import { dnsLabelProblem, dnsSubdomainProblem } from '../formats.js';
import { validateCinderVolume, validateStorageOsNames } from '../pod/volumes/disk-sources.js';
import { validateCsiDriverName } from '../pod/volumes/driver-sources.js';
import { iscsiInterfaceMessage, validateIscsi as validateIscsiTarget } from '../pod/volumes/iscsi.js';
import * as needed from '../pod/volumes/needed-fields.js';
import { hasBackstep } from '../pod/volumes/paths.js';
import { requireFields, requireSecretName } from '../pod/volumes/required.js';
import type { SourceScope } from './types.js';

const says = defineMessages('persistent-source', {
  'endpoints-namespace': '"{namespace}" is not the name of a namespace: {problem}. Leave it out for that of the claim.',
  'no-namespace-name': 'it is empty',
  'secret-namespace': 'the namespace of the Secret, or leave the field out for that of the claim',
  'volume-handle': 'the name by which the CSI driver knows the volume',
  'secret-name': 'the name of the Secret',
  'namespace-of-secret': 'the namespace of the Secret, since a volume is in none',
  'invalid-secret': '"{name}" is not a name that a Secret can have: {problem}.',
  'invalid-namespace': '"{namespace}" is not the name of a namespace: {problem}.',
  'local-path': 'the directory or device on the node',
  'climbing-path': '"{path}" climbs up with "..", which may lead anywhere on the node. Write the path out in full.',
});

type SecretReference = Decoded<core.SecretReference>;

/** A source of a PersistentVolume that differs from that of a pod's volume: most name the namespace of what they name. */
type Check<Source> = (source: Decoded<Source>, path: FieldPath, scope: SourceScope) => void;

export const validateGlusterfs: Check<core.GlusterfsPersistentVolumeSource> = (source, path, scope) => {
  needed.validateGlusterfs(source, path, scope);
  const { endpointsNamespace: namespace } = source;
  if (namespace === undefined) return;
  const problem = namespace === '' ? says['no-namespace-name']() : dnsLabelProblem(namespace);
  if (problem)
    scope.context.report.invalid(path.child('endpointsNamespace'), says['endpoints-namespace']({ namespace, problem }));
};

export const validateIscsi: Check<core.ISCSIPersistentVolumeSource> = (source, path, scope) => {
  validateIscsiTarget(source, path, scope);
  requireSecretName(source.secretRef, path, scope.context);
  // The server writes this field without its capital P.
  const message = iscsiInterfaceMessage(scope.volumeName, source);
  if (message) scope.context.report.invalid(path.child('targetportal'), message, { at: path.child('targetPortal') });
};

export const validateCinder: Check<core.CinderPersistentVolumeSource> = (source, path, scope) => {
  validateCinderVolume(source, path, scope);
  requireSecretPlace(source.secretRef, path, scope.context);
};

export const validateStorageOs: Check<core.StorageOSPersistentVolumeSource> = (source, path, scope) => {
  validateStorageOsNames(source, path, scope);
  requireSecretPlace(source.secretRef, path, scope.context);
};

function requireSecretPlace(secretRef: SecretReference | undefined, path: FieldPath, context: Context): void {
  if (!secretRef) return;
  requireSecretName(secretRef, path, context);
  requireFields(secretRef, { namespace: says['namespace-of-secret'] }, path.child('secretRef'), context);
}

export const validateAzureFile: Check<core.AzureFilePersistentVolumeSource> = (source, path, scope) => {
  needed.validateAzureFile(source, path, scope);
  if (source.secretNamespace !== undefined)
    requireFields(source, { secretNamespace: says['secret-namespace'] }, path, scope.context);
};

export const validateLocal: Check<core.LocalVolumeSource> = (source, path, { context }) => {
  requireFields(source, { path: says['local-path'] }, path, context);
  if (source.path && hasBackstep(source.path))
    context.report.invalid(path.child('path'), says['climbing-path']({ path: source.path }));
};

const csiSecrets = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
] as const;

/** validateCSIPersistentVolumeSource. */
export const validateCsi: Check<core.CSIPersistentVolumeSource> = (source, path, { context }) => {
  validateCsiDriverName(source.driver ?? '', path.child('driver'), context);
  requireFields(source, { volumeHandle: says['volume-handle'] }, path, context);
  for (const field of csiSecrets) {
    const secretRef = source[field];
    if (secretRef) validateSecretReference(secretRef, path.child(field), context);
  }
};

/** validatePVSecretReference. */
function validateSecretReference(secretRef: SecretReference, path: FieldPath, context: Context): void {
  const { report } = context;
  const { name = '', namespace = '' } = secretRef;
  requireFields(secretRef, { name: says['secret-name'], namespace: says['namespace-of-secret'] }, path, context);
  const nameProblem = name && dnsSubdomainProblem(name);
  if (nameProblem) report.invalid(path.child('name'), says['invalid-secret']({ name, problem: nameProblem }));
  const problem = namespace && dnsLabelProblem(namespace);
  if (problem) report.invalid(path.child('namespace'), says['invalid-namespace']({ namespace, problem }));
}
