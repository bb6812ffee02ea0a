import { defineMessages } from '@podlint/messages';
import {
  type Decoded,
  FieldPath,
  type Minor,
  type core,
  parseQuantity,
  quantityIn,
  semanticEqual,
} from '@podlint/model';
import { type Context, firstDifference, requireUnchanged, takeFields } from '@podlint/validation';
import { validateAttributesClassUpdate } from './attributes-class.js';

const says = defineMessages('claim-update', {
  changed:
    'A claim that exists can only grow, and change its volumeAttributesClassName. Leave everything else as it is, or make another claim.',
  'changed-unbound':
    'A claim that exists can only grow, and change its volumeAttributesClassName, and both only while it is bound. If the cluster says that this claim is bound, give podlint its status too.',
  'class-annotation': 'The class of a claim that exists cannot change. Leave the annotation as it is.',
  smaller: 'A volume cannot shrink from {old} to {size}. Ask for as much as before, or for more.',
});

type Claim = Decoded<core.PersistentVolumeClaim>;
type ClaimSpec = Decoded<core.PersistentVolumeClaimSpec>;

const specPath = FieldPath.root.child('spec');

/** Where the class stood before there was a field (v1.BetaStorageClassAnnotation). */
export const storageClassAnnotation = 'volume.beta.kubernetes.io/storage-class';

/** ValidatePersistentVolumeClaimUpdate, pkg/apis/core/validation/validation.go. */
export function validateClaimUpdate(claim: Claim, old: Claim, context: Context): void {
  validateClassAnnotation(claim, old, context);
  const [compared, expected] = comparable(claim, old, context.minor);
  if (!semanticEqual(compared, expected, 'spec'))
    context.report.forbidden(specPath, isBound(claim) ? says.changed() : says['changed-unbound'](), {
      at: firstDifference(compared, expected, specPath, 'spec'),
    });
  forbidShrinking(claim, old, context);
  // The server leaves "spec" out of this path.
  const errors = context.report.errors.length;
  requireUnchanged(claim.spec ?? {}, old.spec ?? {}, ['volumeMode'], FieldPath.root, context);
  placeInSpec(errors, context);
  validateAttributesClassUpdate(claim, old, context);
}

function placeInSpec(first: number, { report: { errors } }: Context): void {
  for (let i = first; i < errors.length; i++) errors[i] = { ...errors[i]!, at: specPath.child('volumeMode') };
}

function validateClassAnnotation(claim: Claim, old: Claim, { report }: Context): void {
  if (movesClassToField(claim, old)) return;
  const path = FieldPath.root.child('metadata', 'annotations');
  if ((classOf(claim) ?? '') !== (classOf(old) ?? ''))
    report.invalid(path.child(storageClassAnnotation), says['class-annotation'](), {
      at: path.key(storageClassAnnotation),
    });
}

function classOf({ metadata }: Claim): string | undefined {
  return metadata?.annotations?.[storageClassAnnotation];
}

/** validateStorageClassUpgradeFromAnnotation. */
function movesClassToField(claim: Claim, old: Claim): boolean {
  const stored = classOf(old);
  const annotated = classOf(claim);
  return (
    stored !== undefined &&
    old.spec?.storageClassName === undefined &&
    claim.spec?.storageClassName === stored &&
    (annotated === undefined || annotated === stored)
  );
}

/** validateStorageClassUpgradeFromNil. */
function setsClass(claim: Claim, old: Claim): boolean {
  const stored = classOf(old);
  const name = claim.spec?.storageClassName;
  return name !== undefined && old.spec?.storageClassName === undefined && (stored === undefined || name === stored);
}

function isBound({ status }: Claim): boolean {
  return status?.phase === 'Bound';
}

/** The two specs, alike in what may change. */
function comparable(claim: Claim, old: Claim, minor: Minor): [ClaimSpec, ClaimSpec] {
  const spec: ClaimSpec = { ...claim.spec };
  const oldSpec: ClaimSpec = { ...old.spec };
  if (!oldSpec.volumeName) takeFields(oldSpec, spec, 'volumeName');
  if (movesClassToField(claim, old)) delete spec.storageClassName;
  else if (setsClass(claim, old)) takeFields(spec, oldSpec, 'storageClassName');
  if (isBound(claim) && spec.resources?.requests)
    spec.resources = {
      ...spec.resources,
      requests: { ...spec.resources.requests, storage: oldSpec.resources?.requests?.storage ?? '0' },
    };
  if (ignoresAttributesClass(spec, isBound(claim), minor)) takeFields(spec, oldSpec, 'volumeAttributesClassName');
  return [spec, oldSpec];
}

/** Who may change the class of attributes: until 1.30 any claim, then a bound one, which since 1.34 may also drop it. */
function ignoresAttributesClass(spec: ClaimSpec, bound: boolean, minor: Minor): boolean {
  if (minor < 31) return true;
  return bound && (minor >= 34 || spec.volumeAttributesClassName !== undefined);
}

const nothing = parseQuantity('0');

/** Below what the volume has already nobody can go; below what was asked for only to recover from a failed expansion. */
function forbidShrinking(claim: Claim, old: Claim, context: Context): void {
  const size = quantityIn(claim.spec?.resources?.requests, 'storage') ?? nothing;
  const oldSize = quantityIn(old.spec?.resources?.requests, 'storage') ?? nothing;
  const capacity = quantityIn(old.status?.capacity, 'storage') ?? nothing;
  if (!size || !oldSize || !capacity || size.compare(oldSize) >= 0) return;
  const canRecover = context.enabled('RecoverVolumeExpansionFailure') || old.status?.allocatedResources !== undefined;
  if (canRecover && size.compare(capacity) > 0) return;
  context.report.forbidden(
    specPath.child('resources', 'requests', 'storage'),
    says.smaller({ old: oldSize.toString(), size: size.toString() }),
    { at: specPath.child('resources', 'requests').key('storage') },
  );
}
