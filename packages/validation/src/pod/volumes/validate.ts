import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core, meta } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsLabelProblem } from '../../formats.js';
import { isPodItself } from '../../pod-place.js';
import { related } from '../../related.js';
import { createdClaimName } from './claims.js';
import { validateIscsiInterfaceName } from './iscsi.js';
import { sourceRules } from './sources.js';
import type { PodVolumes, Volume, VolumeScope } from './types.js';

const says = defineMessages('volume', {
  'no-name': 'The volume has no name, so no container can mount it. Set "name".',
  'invalid-name': '"{name}" is not a name that a volume can have: {problem}.',
  'name-taken': 'Another volume is named "{name}" already, so a mount could mean either. Rename one of them.',
  'second-source':
    'A volume has one source, and this one has "{first}" already. Remove "{name}", or make it a volume of its own.',
  'created-claim':
    '"{name}" is the claim that is created for one of this Pod\'s ephemeral volumes. Mount that volume, or name another claim.',
  'no-source': 'Nothing says where the volume\'s content comes from. Add a source, such as "{example}".',
});

/**
 * The volumes of a pod (ValidateVolumes, pkg/apis/core/validation/validation.go); `path` is that of `spec.volumes`.
 * Answers the sound ones: a mount of an unsound volume is reported as a mount of a volume that is not there.
 */
export function validateVolumes(
  podSpec: Decoded<core.PodSpec>,
  podMetadata: Decoded<meta.ObjectMeta>,
  path: FieldPath,
  context: Context,
): PodVolumes {
  const volumes = podSpec.volumes ?? [];
  const owner = path.parent && isPodItself(path.parent) ? 'Pod' : 'PodTemplate';
  const podName = owner === 'Pod' ? podMetadata.name : undefined;
  const createdClaims = namesOfCreatedClaims(volumes, podName);
  const sound = new Map<string, Volume>();
  const names = new Map<string, FieldPath>();
  volumes.forEach((volume, i) => {
    const scope: VolumeScope = { context, volume, path: path.index(i), podName, owner };
    const errorsBefore = context.report.errors.length;
    validateSource(scope);
    validateName(scope, names);
    if (context.report.errors.length === errorsBefore && volume.name) {
      sound.set(volume.name, volume);
      names.set(volume.name, scope.path.child('name'));
    }
    validateClaimIsNotCreated(scope, createdClaims);
  });
  return sound;
}

/** `names` are those of the sound volumes before this one: the server lets a broken one not count. */
function validateName({ volume: { name }, path, context }: VolumeScope, names: ReadonlyMap<string, FieldPath>): void {
  const namePath = path.child('name');
  if (!name) {
    context.report.required(namePath, says['no-name']());
    return;
  }
  const problem = dnsLabelProblem(name);
  if (problem) context.report.invalid(namePath, says['invalid-name']({ name, problem }));
  const first = names.get(name);
  if (!first) return;
  context.report.duplicate(namePath, says['name-taken']({ name }), {
    related: [{ field: first, message: related['used-first']({ name }) }],
  });
}

function validateSource(scope: VolumeScope): void {
  const { volume, path, context } = scope;
  let found: string | undefined;
  for (const { name, surplusName, check } of sourceRules) {
    if (!volume[name]) continue;
    if (found === undefined) {
      check(scope);
      found = name;
    } else {
      context.report.forbidden(path.child(surplusName), says['second-source']({ first: found, name }), {
        at: path.child(name),
      });
    }
  }
  if (found === undefined) context.report.required(path, says['no-source']({ example: 'emptyDir: {}' }));
  validateIscsiInterfaceName(scope);
}

function namesOfCreatedClaims(volumes: readonly Volume[], podName: string | undefined): ReadonlySet<string> {
  const ephemeral = podName ? volumes.filter((volume) => volume.ephemeral) : [];
  return new Set(ephemeral.map((volume) => createdClaimName(podName ?? '', volume.name ?? '')));
}

/** A claim that is made for one of the Pod's own ephemeral volumes is no claim to refer to. */
function validateClaimIsNotCreated({ volume, path, context }: VolumeScope, createdClaims: ReadonlySet<string>): void {
  const claimName = volume.persistentVolumeClaim?.claimName;
  if (claimName === undefined || !createdClaims.has(claimName)) return;
  context.report.invalid(path.child('persistentVolumeClaim', 'claimName'), says['created-claim']({ name: claimName }));
}
