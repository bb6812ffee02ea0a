import { FieldPath } from '@podlint/field-path';
import { removeEntryAndEmptyParents, replaceScalar, type NodeId, type Range, type YamlDocument } from '@podlint/syntax';
import type { SourceObject } from '../documents/objects.js';
import { podTemplateIn } from '../documents/pod-template.js';
import { nodeAt, placeOfField } from '../findings/locate.js';
import type { InspectedFile } from '../verdict/inspected.js';
import { readIds, type WrittenId } from './id-list.js';
import type { Suppression } from './suppression.js';

export const disableAnnotation = 'podlint.io/disable';

/**
 * The annotations that hide findings: on an object all of its own, on the metadata of a pod template those about the
 * template.
 */
export function annotationSuppressions({ objects }: InspectedFile): Suppression[] {
  return objects.flatMap(({ document, object }, position) => {
    if (!object) return [];
    const template = podTemplateIn(object) ?? [];
    const places = template.length > 0 ? [FieldPath.root, FieldPath.root.below(template)] : [FieldPath.root];
    return places.flatMap((place) => annotationAt(document, object, position, place));
  });
}

function annotationAt(
  document: YamlDocument,
  { node: root }: SourceObject,
  position: number,
  place: FieldPath,
): Suppression[] {
  const path = place.child('metadata', 'annotations').key(disableAnnotation);
  const node = nodeAt(document, root, path);
  const text = node === undefined ? undefined : document.scalarText(node);
  if (node === undefined || text === undefined) return [];
  return [
    {
      ids: writtenIds(document, node, text),
      range: placeOfField(document, node),
      path,
      object: position,
      reach: [position],
      cover: { of: 'field', object: position, path: place },
      without: (ids) => edits(document, node, text, ids),
    },
  ];
}

/** The ids with their places, as far as the text can be found as it is meant; or else all at the place of the value. */
function writtenIds(document: YamlDocument, node: NodeId, text: string): WrittenId[] {
  const whole: Range = document.rangeOf(node);
  const start = document.text.slice(whole.start, whole.end).indexOf(text);
  return readIds(text, whole.start + start).map((id) => (start < 0 ? { ...id, range: whole } : id));
}

function edits(
  document: YamlDocument,
  node: NodeId,
  text: string,
  gone: readonly WrittenId[],
): ReturnType<Suppression['without']> {
  const all = readIds(text, 0);
  const goes = new Set(gone.map(({ id }) => id));
  const kept = all.filter(({ id }) => !goes.has(id));
  if (kept.length === 0) return removeEntryAndEmptyParents(document, node) ?? [];
  return (
    replaceScalar(document, node, `${kept.map(({ id }) => id).join(', ')}${text.slice(all.at(-1)!.range.end)}`) ?? []
  );
}
