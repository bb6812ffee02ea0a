import type { FileView, WorkspaceView } from '../../service/file-view.js';
import { mentionAt } from '../navigation/mention-at.js';
import { definitionsOf } from '../navigation/occurrences.js';
import { code, listed } from './markdown.js';

const mostPlaces = 3;

/** Where what a name refers to is. Nothing where no file here gives it: it may be in the cluster all the same. */
export function namePart(view: FileView, offset: number, workspace: WorkspaceView): string[] {
  const mention = mentionAt(view, offset);
  if (mention?.role !== 'reference' || mention.what === 'label') return [];
  const places = definitionsOf(mention, workspace).map(
    ({ object: { file }, range }) => `${file.path.split('/').at(-1)}:${file.text.positionAt(range.start).line + 1}`,
  );
  const word = mention.kind ?? mention.what.replace(/^(?:selected|service) /, '');
  const more = places.length > mostPlaces ? ` and ${places.length - mostPlaces} more` : '';
  return places.length === 0
    ? []
    : [`The ${word} ${code(mention.name)} is in ${listed(places.slice(0, mostPlaces))}${more}`];
}
