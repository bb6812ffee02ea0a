import { documentsOf, objectsOf } from '@podlint/engine';
import { withoutActions } from '../../cursor/template-actions.js';
import { placeAt, type Place } from '../../place/place.js';
import type { DocumentView, FileView } from '../../service/file-view.js';

/**
 * What stands at an offset of a Helm template, as far as its text without the actions shows it. Undefined for any other
 * text, and for what an action writes.
 */
export function placeInTemplate(view: FileView, offset: number): Place | undefined {
  const text = view.text.getText();
  if (!text.includes('{{')) return undefined;
  const plain = withoutActions(text, offset);
  const place = plain === undefined ? undefined : placeAt({ documents: documentViews(plain) }, offset);
  return place && isAsWritten(place, text) ? place : undefined;
}

function documentViews(text: string): DocumentView[] {
  return documentsOf(text).map(({ document, index }) => ({
    document,
    index,
    objects: objectsOf(document).map((object) => ({ ...object, verdicts: {} })),
  }));
}

function isAsWritten({ document, node, on }: Place, text: string): boolean {
  const { start, end } = document.rangeOf(node);
  return on === 'key' || !text.slice(start, end).includes('{{');
}
