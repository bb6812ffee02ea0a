import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsLabelProblem } from '../../formats.js';
import { related } from '../../related.js';
import { hasBackstep } from '../volumes/paths.js';
import { relaxedEnvNameProblem } from './env-names.js';
import type { PodFacts } from './pod-facts.js';

const says = defineMessages('file-key-ref', {
  'no-key': 'fileKeyRef does not say which variable of the file to read. Set key.',
  'invalid-key': '"{key}" cannot be a key of an environment file: {problem}.',
  'no-volume': 'fileKeyRef does not say which volume holds the file. Set volumeName to an emptyDir volume of the pod.',
  'invalid-volume': '"{name}" cannot be the name of a volume: {problem}.',
  'unknown-volume': 'The pod has no volume named "{name}". Add an emptyDir volume of that name, or correct volumeName.',
  'not-empty-dir':
    'The volume "{name}" is not an emptyDir, and environment files are read from an emptyDir only. Use one.',
  volume: 'the volume "{name}"',
  'no-path': 'fileKeyRef does not say which file to read. Set path, relative to the volume.',
  'climbing-path': '"{path}" climbs up with "..", out of the volume. Use a path that only leads downwards.',
});

type FileKeySelector = Decoded<core.FileKeySelector>;

/** An environment variable from a file in a volume (validateFileKeySelector and validateFileKeyRefVolumes). */
export function validateFileKeyRef(
  fileKeyRef: FileKeySelector,
  path: FieldPath,
  facts: PodFacts,
  context: Context,
): void {
  const { key, path: file, volumeName = '' } = fileKeyRef;
  validateKey(key, path.child('key'), context);
  validateVolumeName(volumeName, path.child('volumeName'), context);
  validateVolumeType(volumeName, path.child('volumeName'), facts, context);
  validateFile(file, path.child('path'), context);
}

function validateKey(key: string | undefined, path: FieldPath, context: Context): void {
  if (!key) {
    context.report.required(path, says['no-key']());
    return;
  }
  const problem = relaxedEnvNameProblem(key);
  if (problem) context.report.invalid(path, says['invalid-key']({ key, problem }));
}

function validateVolumeName(name: string, path: FieldPath, context: Context): void {
  if (!name) {
    context.report.required(path, says['no-volume']());
    return;
  }
  const problem = dnsLabelProblem(name);
  if (problem) context.report.invalid(path, says['invalid-volume']({ name, problem }));
}

/** Unlike mounts, this looks among all volumes, sound or not; of several with one name the last counts. */
function validateVolumeType(name: string, path: FieldPath, { spec, specPath }: PodFacts, context: Context): void {
  const volumes = spec.volumes ?? [];
  const index = volumes.findLastIndex((volume) => (volume.name ?? '') === name);
  if (index < 0) {
    context.report.notFound(path, says['unknown-volume']({ name }), {
      related: [{ field: specPath.child('volumes'), message: related.volumes() }],
    });
  } else if (!volumes[index]?.emptyDir) {
    context.report.invalid(path, says['not-empty-dir']({ name }), {
      related: [{ field: specPath.child('volumes').index(index), message: says.volume({ name }) }],
    });
  }
}

function validateFile(file: string | undefined, path: FieldPath, context: Context): void {
  if (!file) context.report.required(path, says['no-path']());
  else if (hasBackstep(file)) context.report.invalid(path, says['climbing-path']({ path: file }));
}
