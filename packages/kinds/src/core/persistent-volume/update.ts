import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core, semanticEqual } from '@podlint/model';
import {
  type Context,
  type PersistentSourceName,
  firstDifference,
  persistentSourceNames,
  requireUnchanged,
} from '@podlint/validation';

const says = defineMessages('persistent-volume-update', {
  source:
    'Where a volume is cannot change once it exists, since its data would be lost. Create another volume under a new name.',
  affinity: 'The nodes of a volume are settled when they are set first. Create another volume under a new name.',
  'class-off': 'volumeAttributesClassName cannot change while the feature gate {gate} is off. Leave it as it is.',
  'class-removed': 'The class of attributes cannot be taken away. Name another class instead.',
});

type PersistentVolume = Decoded<core.PersistentVolume>;
type PersistentVolumeSpec = Decoded<core.PersistentVolumeSpec>;

const specPath = FieldPath.root.child('spec');

/** ValidatePersistentVolumeUpdate, pkg/apis/core/validation/validation.go, besides what holds for new volumes too. */
export function validatePersistentVolumeUpdate(
  { spec = {} }: PersistentVolume,
  { spec: oldSpec = {} }: PersistentVolume,
  context: Context,
): void {
  forbidOtherSource(spec, oldSpec, context);
  // The server leaves "spec" out of these two paths.
  const errors = context.report.errors.length;
  requireUnchanged(spec, oldSpec, ['volumeMode'], FieldPath.root, context);
  placeInSpec(errors, context);
  if (!context.enabled('MutablePVNodeAffinity') && oldSpec.nodeAffinity && !sameAffinity(spec, oldSpec))
    context.report.invalid(FieldPath.root.child('nodeAffinity'), says.affinity(), {
      at: specPath.child('nodeAffinity'),
    });
  validateAttributesClassUpdate(spec, oldSpec, context);
}

function placeInSpec(first: number, { report: { errors } }: Context): void {
  for (let i = first; i < errors.length; i++) errors[i] = { ...errors[i]!, at: specPath.child('volumeMode') };
}

function forbidOtherSource(spec: PersistentVolumeSpec, oldSpec: PersistentVolumeSpec, { report }: Context): void {
  const changed = persistentSourceNames.find((name) => !sameSource(name, spec, oldSpec));
  if (!changed) return;
  report.forbidden(specPath.child('persistentvolumesource'), says.source(), {
    at: firstDifference(spec[changed], oldSpec[changed], specPath.child(changed), changed),
  });
}

function sameSource(name: PersistentSourceName, spec: PersistentVolumeSpec, oldSpec: PersistentVolumeSpec): boolean {
  const source = name === 'csi' ? withoutExpandSecret(spec.csi, oldSpec.csi) : spec[name];
  const old = oldSpec[name];
  if (!source || !old) return source === old;
  // Of a pod's volume, "csi" has pointers where that of a PersistentVolume has values.
  return semanticEqual(source, old, name === 'csi' ? 'persistentCsi' : name);
}

type Csi = PersistentVolumeSpec['csi'];

/** The Secret for expansion may be added later. */
function withoutExpandSecret(csi: Csi, old: Csi): Csi {
  if (!csi?.controllerExpandSecretRef || !old || old.controllerExpandSecretRef) return csi;
  const { controllerExpandSecretRef: _added, ...rest } = csi;
  return rest;
}

/** Labels that beta had, and their names since (betaToGALabel). */
const labelNames: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/os': 'kubernetes.io/os',
  'beta.kubernetes.io/arch': 'kubernetes.io/arch',
  'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
  'beta.kubernetes.io/instance-type': 'node.kubernetes.io/instance-type',
};

/** validatePvNodeAffinity: equal, but that the name of a label may be brought up to date. */
function sameAffinity({ nodeAffinity }: PersistentVolumeSpec, { nodeAffinity: old }: PersistentVolumeSpec): boolean {
  if (semanticEqual(nodeAffinity, old, 'nodeAffinity')) return true;
  const terms = nodeAffinity?.required?.nodeSelectorTerms ?? [];
  const oldTerms = old?.required?.nodeSelectorTerms ?? [];
  if (!nodeAffinity?.required || !old?.required || terms.length !== oldTerms.length) return false;
  return terms.every((term, i) => sameTerm(term, oldTerms[i] ?? {}));
}

type Term = Decoded<core.NodeSelectorTerm>;
type Requirement = Decoded<core.NodeSelectorRequirement>;

function sameTerm(term: Term, old: Term): boolean {
  return (['matchExpressions', 'matchFields'] as const).every((field) => {
    const [requirements, oldRequirements] = [term[field] ?? [], old[field] ?? []];
    return (
      requirements.length === oldRequirements.length &&
      requirements.every((requirement, i) => sameRequirement(requirement, oldRequirements[i] ?? {}))
    );
  });
}

function sameRequirement(requirement: Requirement, old: Requirement): boolean {
  const isRenamed = own(labelNames, old.key ?? '') === requirement.key;
  return semanticEqual(requirement, isRenamed ? { ...old, key: requirement.key } : old);
}

function validateAttributesClassUpdate(spec: PersistentVolumeSpec, old: PersistentVolumeSpec, context: Context): void {
  const { volumeAttributesClassName: name } = spec;
  const { volumeAttributesClassName: oldName } = old;
  if (name === oldName) return;
  const gate = 'VolumeAttributesClass';
  const path = specPath.child('volumeAttributesClassName');
  if (!context.enabled(gate)) context.report.forbidden(path, says['class-off']({ gate }));
  if (oldName !== undefined && name === undefined) context.report.forbidden(path, says['class-removed']());
}
