import type { Decoded, FieldPath, core } from '@podlint/model';
import { type Context, type FieldError, type PodTemplateSpec, validatePodTemplateSpec } from '@podlint/validation';

type Claim = Decoded<core.PersistentVolumeClaim>;
type Volume = Decoded<core.Volume>;

/**
 * The template as the controller will use it: host name and subdomain are its own business, and each claim becomes a
 * volume in front of the template's volumes, which it replaces where the names agree (ValidateStatefulSetSpec).
 */
export function validateStatefulTemplate(
  template: PodTemplateSpec,
  claims: readonly Claim[],
  path: FieldPath,
  context: Context,
): void {
  const firstError = context.report.errors.length;
  const volumes = volumesWithClaims(template.spec?.volumes ?? [], claims);
  const spec = { ...template.spec, hostname: '', subdomain: '', volumes: volumes.map(({ volume }) => volume) };
  validatePodTemplateSpec({ ...template, spec }, path, context);
  if (claims.length > 0) relocate(context.report.errors, firstError, path.child('spec', 'volumes'), volumes, path);
}

interface PlacedVolume {
  readonly volume: Volume;
  /** Where the manifest writes it: the claim or the volume with this index. */
  readonly list: 'claims' | 'volumes';
  readonly index: number;
}

function volumesWithClaims(own: readonly Volume[], claims: readonly Claim[]): PlacedVolume[] {
  const byName = new Map<string, PlacedVolume>();
  claims.forEach((claim, index) => {
    const name = claim.metadata?.name ?? '';
    byName.set(name, { volume: { name, persistentVolumeClaim: { claimName: name } }, list: 'claims', index });
  });
  const placed = [...byName.values()];
  own.forEach((volume, index) => {
    if (!byName.has(volume.name ?? '')) placed.push({ volume, list: 'volumes', index });
  });
  return placed;
}

/**
 * The server counts the volumes with the claims in front; the reader of the manifest wants to see where they are
 * written.
 */
function relocate(
  errors: FieldError[],
  first: number,
  volumesPath: FieldPath,
  volumes: readonly PlacedVolume[],
  template: FieldPath,
): void {
  const move = (path: FieldPath): FieldPath => {
    if (!path.startsWith(volumesPath) || path.length === volumesPath.length) return path;
    const volume = path.ancestor(volumesPath.length + 1);
    const placed = volumes[Number(volume.segment)];
    if (!placed) return path;
    // Of a claim's volume there is nothing in the manifest but the name.
    if (placed.list === 'claims')
      return template.parent!.child('volumeClaimTemplates').index(placed.index).child('metadata', 'name');
    return path.rebase(volume, volumesPath.index(placed.index));
  };
  for (let i = first; i < errors.length; i++) {
    const error = errors[i]!;
    const at = move(error.at ?? error.field);
    const related = error.related?.map((other) => ({ ...other, field: move(other.field) }));
    errors[i] = { ...error, ...(at !== error.field && { at }), ...(related && { related }) };
  }
}
