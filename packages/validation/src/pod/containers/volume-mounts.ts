import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { related } from '../../related.js';
import { FirstUses } from '../first-uses.js';
import { descendingPathProblem } from '../volumes/paths.js';
import { reportMissingVolume } from './missing-volume.js';
import { validateMountPropagation, validateRecursiveReadOnly } from './mount-options.js';
import type { Container, PodFacts } from './pod-facts.js';

const says = defineMessages('volume-mount', {
  'no-name': 'The mount does not say which volume to mount. Set name.',
  'no-path': 'The mount does not say where the container sees the volume. Set mountPath.',
  'path-taken': 'Another volume is already mounted at "{path}". Choose another mountPath.',
  'first-at-path': 'the first mount here',
  'two-sub-paths':
    'The mount has both a subPath and a subPathExpr, which each say what part of the volume to mount. Keep one.',
});

type VolumeMount = Decoded<core.VolumeMount>;

/**
 * ValidateVolumeMounts, pkg/apis/core/validation/validation.go. `path` is the list's: what is wrong with the options of
 * a mount (subPath, mountPropagation, ...) is reported on the list, without the index.
 */
export function validateVolumeMounts(container: Container, path: FieldPath, facts: PodFacts, context: Context): void {
  const mountPaths = new FirstUses<FieldPath>();
  container.volumeMounts?.forEach((mount, i) => {
    const mountAt = path.index(i);
    validateMountedVolume(mount.name, mountAt, facts, context);
    validateMountPath(mount.mountPath, mountAt, mountPaths, context);
    validateSubPaths(mount, path, mountAt, context);
    if (mount.mountPropagation !== undefined)
      validateMountPropagation(mount.mountPropagation, container.securityContext, path, mountAt, context);
    if (mount.recursiveReadOnly !== undefined) validateRecursiveReadOnly(mount, path, mountAt, context);
  });
}

function validateMountedVolume(name: string | undefined, mountAt: FieldPath, facts: PodFacts, context: Context): void {
  if (!name) context.report.required(mountAt.child('name'), says['no-name']());
  if (!facts.volumes.has(name ?? '')) reportMissingVolume(name ?? '', mountAt.child('name'), facts, context);
}

function validateMountPath(
  mountPath: string | undefined,
  mountAt: FieldPath,
  mountPaths: FirstUses<FieldPath>,
  context: Context,
): void {
  if (!mountPath) context.report.required(mountAt.child('mountPath'), says['no-path']());
  const first = mountPaths.record(mountPath ?? '', mountAt);
  if (!first) return;
  context.report.invalid(mountAt.child('mountPath'), says['path-taken']({ path: mountPath ?? '' }), {
    related: [{ field: first.child('mountPath'), message: says['first-at-path']() }],
  });
}

function validateSubPaths(
  { subPath, subPathExpr }: VolumeMount,
  path: FieldPath,
  mountAt: FieldPath,
  context: Context,
): void {
  if (subPath) reportSubPath(subPath, 'subPath', path, mountAt, context);
  if (!subPathExpr) return;
  if (subPath) {
    context.report.invalid(mountAt.child('subPathExpr'), says['two-sub-paths'](), {
      related: [{ field: mountAt.child('subPath'), message: related['other-one']() }],
    });
  }
  reportSubPath(subPathExpr, 'subPathExpr', path, mountAt, context);
}

function reportSubPath(
  subPath: string,
  field: 'subPath' | 'subPathExpr',
  path: FieldPath,
  mountAt: FieldPath,
  context: Context,
): void {
  const problem = descendingPathProblem(subPath);
  if (problem) context.report.invalid(path.child(field), problem, { at: mountAt.child(field) });
}
