import { parseText, type Range } from '@podlint/syntax';
import type { PlacedObject } from '../../names/objects.js';
import type { FileView } from '../../service/file-view.js';
import { objectFrom } from './objects.js';
import { placesIn, type FieldPlace } from './place.js';

/** An object that stands in a kustomization as a text. */
export interface InlineObject {
  readonly object: PlacedObject;
  /** Where a range of the object's own text is in the file. */
  readonly outside: (range: Range) => Range;
}

/** The patches that are written in a kustomization itself, in `|` style: in others a text has no place of its own. */
export function inlineObjects(view: FileView): InlineObject[] {
  return placesIn(view).flatMap((place) => {
    const isPatch = place.field === 'Patch.patch' || place.field === 'Kustomization.patchesStrategicMerge';
    const { document, node } = place;
    if (!isPatch || document.kind(node) !== 'scalar' || document.style(node) !== 'literal') return [];
    const text = document.scalarText(node) ?? '';
    const outside = placer(place, text);
    const documents = outside ? parseText(text).documents : [];
    return documents.flatMap((inner) => {
      const object = outside && objectFrom(view, inner, 0);
      return object ? [{ object, outside }] : [];
    });
  });
}

/** Undefined where the lines of the text are not those of the file behind their blanks. */
function placer({ document, node }: FieldPlace, text: string): InlineObject['outside'] | undefined {
  const { start, end } = document.rangeOf(node);
  const written = document.text.slice(start, end).split('\n');
  const lines = text.split('\n');
  const starts: { readonly inner: number; readonly outer: number }[] = [];
  let inner = 0;
  let outer = start + (written[0]?.length ?? 0) + 1;
  for (const [index, line] of lines.entries()) {
    const whole = written[index + 1]?.replace(/\r$/, '');
    // The last line may be the empty one behind the last break.
    if (whole === undefined) break;
    if (!whole.endsWith(line)) return undefined;
    starts.push({ inner, outer: outer + whole.length - line.length });
    inner += line.length + 1;
    outer += (written[index + 1]?.length ?? 0) + 1;
  }
  const moved = (offset: number): number => {
    const at = starts.findLast((line) => line.inner <= offset);
    return at === undefined ? start : at.outer + offset - at.inner;
  };
  return (range) => ({ start: moved(range.start), end: moved(range.end) });
}
