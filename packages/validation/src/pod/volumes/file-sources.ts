import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { volumeFieldPaths } from '../downward-api.js';
import { validateFieldRef } from '../field-ref.js';
import { validateVolumeResourceFieldRef } from '../resource-field-ref.js';
import { reportedUnder } from './misreported.js';
import { validateFileMode, validateLocalPath } from './paths.js';
import { requireFields } from './required.js';
import type { SourceCheck } from './types.js';

const says = defineMessages('file-volume', {
  secret: 'the name of the Secret',
  'config-map': 'the name of the ConfigMap',
  key: 'the key whose value the file holds',
  file: 'the name of the file',
  'two-sources':
    'A file shows one thing, but both "fieldRef" and "resourceFieldRef" are set. Remove one, or make two files.',
  'no-source': 'Nothing says what the file shows. Set "fieldRef" or "resourceFieldRef".',
});

type KeyToPath = Decoded<core.KeyToPath>;
type DownwardApiFile = Decoded<core.DownwardAPIVolumeFile>;

export const validateSecret: SourceCheck<'secret'> = (secret, path, { context }) => {
  requireFields(secret, { secretName: says.secret }, path, context);
  validateFileMode(secret.defaultMode, path.child('defaultMode'), context);
  validateItems(secret.items, path, context);
};

export const validateConfigMap: SourceCheck<'configMap'> = (configMap, path, { context }) => {
  requireFields(configMap, { name: says['config-map'] }, path, context);
  validateFileMode(configMap.defaultMode, path.child('defaultMode'), context);
  validateItems(configMap.items, path, context);
};

/** Which keys of a Secret or ConfigMap become which files. */
export function validateItems(items: readonly KeyToPath[] | undefined, path: FieldPath, context: Context): void {
  items?.forEach((item, i) => {
    const itemPath = path.child('items').index(i);
    requireFields(item, { key: says.key, path: says.file }, itemPath, context);
    validateLocalPath(item.path, itemPath.child('path'), context);
    validateFileMode(item.mode, itemPath.child('mode'), context);
  });
}

export const validateDownwardApi: SourceCheck<'downwardAPI'> = (downwardApi, path, { context }) => {
  validateFileMode(downwardApi.defaultMode, path.child('defaultMode'), context);
  validateDownwardApiFiles(downwardApi.items, path, context);
};

/** The server leaves `items[i]` out of the paths (validateDownwardAPIVolumeSource). */
export function validateDownwardApiFiles(
  files: readonly DownwardApiFile[] | undefined,
  path: FieldPath,
  context: Context,
): void {
  files?.forEach((file, i) => {
    reportedUnder(path, path.child('items').index(i), context, (reported) =>
      validateDownwardApiFile(file, reported, context),
    );
  });
}

function validateDownwardApiFile(file: DownwardApiFile, path: FieldPath, context: Context): void {
  requireFields(file, { path: says.file }, path, context);
  validateLocalPath(file.path, path.child('path'), context);
  validateFileMode(file.mode, path.child('mode'), context);
  const { fieldRef, resourceFieldRef } = file;
  if (fieldRef) {
    validateFieldRef(fieldRef, volumeFieldPaths, path.child('fieldRef'), context);
    if (resourceFieldRef) context.report.invalid(path, says['two-sources']());
  } else if (resourceFieldRef) {
    validateVolumeResourceFieldRef(resourceFieldRef, path.child('resourceFieldRef'), context);
  } else {
    context.report.required(path, says['no-source']());
  }
}
