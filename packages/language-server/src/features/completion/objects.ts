import type { KubernetesVersion } from '@podlint/model';
import type { CursorPlace } from '../../cursor/cursor-place.js';
import { kindNamed } from '../../knowledge/kinds.js';
import { fieldProposals } from './fields.js';
import type { Style } from './layout.js';
import { manifests, manifestText } from './manifests.js';
import { Kind, type Proposal } from './proposal.js';

/**
 * Where an object does not say yet what it is: whole manifests in an empty document, what names it, and the fields that
 * it can have anyway.
 */
export function objectProposals(place: CursorPlace, style: Style, version: KubernetesVersion): Proposal[] {
  const { siblings, kind, apiVersion, target } = place;
  if (!siblings.every((name) => ofObjects.includes(name))) return [];
  const type = kindNamed(apiVersion, kind)?.definition ?? 'core.v1.Pod';
  const fields = fieldProposals(place, type, style, version).filter(
    ({ label }) => kind !== undefined || label !== 'spec' || siblings.length > 0,
  );
  const isEmpty = siblings.length === 0 && style.form === 'block' && !target.hasColon;
  return isEmpty ? [...wholeManifests(), ...fields] : fields;
}

/** A mapping with any other field is no Kubernetes object. */
const ofObjects: readonly string[] = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'data',
  'binaryData',
  'stringData',
  'type',
  'immutable',
  'items',
  'template',
  'rules',
  'subjects',
  'roleRef',
  'status',
];

function wholeManifests(): Proposal[] {
  return manifests.map((manifest, index) => ({
    label: manifest.kind,
    kind: Kind.snippet,
    text: manifestText(manifest).trimEnd(),
    detail: `a whole ${manifest.kind}, ${manifest.apiVersion}`,
    rank: `0${String(index).padStart(2, '0')}`,
  }));
}
