import { describeObject } from '@podlint/schema';
import type { YamlDocument } from '@podlint/syntax';
import { placed, type PlacedObject } from '../../names/objects.js';
import type { FileView } from '../../service/file-view.js';

/** The objects of a file, also those of kinds that podlint does not judge; what names no kind is none that is built. */
export function allObjectsIn(file: FileView): PlacedObject[] {
  const objects = file.documents.flatMap((view) =>
    view.objects.length > 0
      ? view.objects.map((object) => placed(file, view, object))
      : (objectFrom(file, view.document, view.index) ?? []),
  );
  return objects.filter(({ object }) => object.description.kind !== undefined);
}

/** What a document says of itself. */
export function objectFrom(file: FileView, document: YamlDocument, index: number): PlacedObject | undefined {
  const { root } = document;
  if (root === undefined || document.problems.length > 0) return undefined;
  const text = (field: string): string | undefined => {
    const node = document.at(['metadata', field]);
    return node === undefined ? undefined : document.scalarText(node);
  };
  const object = {
    ...{ document, node: root, description: describeObject(document.toJSON()), verdicts: {} },
    ...{ item: undefined, name: text('name'), namespace: text('namespace') },
  };
  return placed(file, { document, index, objects: [object] }, object);
}
