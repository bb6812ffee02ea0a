import { FieldPath } from '@podlint/field-path';
import { podTemplateIn } from '../documents/pod-template.js';
import { nodeAt, placeOfField } from '../findings/locate.js';
import type { InspectedFile, InspectedObject } from '../verdict/inspected.js';
import { rulesHiddenBy, type Peer } from './peers/peers.js';
import type { Suppression } from './suppression.js';

/**
 * The annotations by which other tools are told to ignore their checks, as far as podlint has the same ones: on an
 * object, or on the metadata of its pod template. Whether they are of use is for those tools to say.
 */
export function peerSuppressions({ objects }: InspectedFile, peers: readonly Peer[]): Suppression[] {
  if (peers.length === 0) return [];
  return objects.flatMap((inspected, position) => {
    const template = podTemplateIn(inspected.object) ?? [];
    const places = template.length > 0 ? [FieldPath.root, FieldPath.root.below(template)] : [FieldPath.root];
    return places.flatMap((place) => suppressionsAt(inspected, position, place, peers));
  });
}

function suppressionsAt(
  { document, object }: InspectedObject,
  position: number,
  place: FieldPath,
  peers: readonly Peer[],
): Suppression[] {
  const path = place.child('metadata', 'annotations');
  const annotations = object && nodeAt(document, object.node, path);
  if (annotations === undefined || document.kind(annotations) !== 'mapping') return [];
  return document.children(annotations).flatMap((node) => {
    const key = String(document.key(node));
    const value = document.scalarText(node) ?? '';
    const rules = peers.flatMap((peer) => rulesHiddenBy(peer, key, value));
    if (rules.length === 0) return [];
    const range = placeOfField(document, node);
    return {
      ids: rules.map((id) => ({ id, range })),
      range,
      path: path.key(key),
      object: position,
      reach: [position],
      cover: { of: 'field', object: position, path: place },
      without: () => [],
    };
  });
}
