import { removeEntryAndEmptyParents, replaceScalar, type NodeId, type Range, type YamlDocument } from '@podlint/syntax';
import type { InspectedFile, InspectedObject } from '../pipeline/inspect.js';
import { readIds, type WrittenId } from './id-list.js';
import { isBelow } from './scopes.js';
import type { Suppression } from './suppression.js';

const annotation = 'podlint.io/disable';

/**
 * The annotations that hide findings: on an object all of its own, on the metadata of a pod template those about the
 * template.
 */
export function annotationSuppressions({ objects }: InspectedFile): Suppression[] {
  return objects.flatMap((inspected) => {
    const template = inspected.object?.description.known?.podTemplate ?? [];
    const places = template.length > 0 ? [[], template] : [[]];
    return places.flatMap((place) => annotationAt(inspected, place));
  });
}

function annotationAt(inspected: InspectedObject, place: readonly string[]): Suppression[] {
  const { document, object } = inspected;
  if (!object) return [];
  const keys = [...place, 'metadata', 'annotations', annotation];
  const node = keys.reduce<NodeId | undefined>(
    (current, key) => (current === undefined ? undefined : document.child(current, key)),
    object.node,
  );
  const text = node === undefined ? undefined : document.scalarText(node);
  if (node === undefined || text === undefined) return [];
  const prefix = place.join('.');
  return [
    {
      ids: writtenIds(document, node, text),
      range:
        document.rangeOf(node).start < document.rangeOf(node).end ? document.rangeOf(node) : document.keyRange(node)!,
      path: `${[...place, 'metadata', 'annotations'].join('.')}[${annotation}]`,
      object: inspected,
      reach: [inspected],
      covers: ({ object: found, finding }) => found === inspected && (prefix === '' || isBelow(finding.path, prefix)),
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
  const kept = all.filter(({ id }) => !gone.some((other) => other.id === id));
  if (kept.length === 0) return removeEntryAndEmptyParents(document, node) ?? [];
  return (
    replaceScalar(document, node, `${kept.map(({ id }) => id).join(', ')}${text.slice(all.at(-1)!.range.end)}`) ?? []
  );
}
