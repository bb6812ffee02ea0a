import type { Location } from 'vscode-languageserver-types';
import type { Mention } from '../../names/mention.js';
import { objectsOf, podLabelsOf } from '../../names/objects.js';
import { selectorAround, selects } from '../../names/selection.js';
import { toRange } from '../../place/ranges.js';
import type { FileView, WorkspaceView } from '../../service/file-view.js';
import { mentionAt } from './mention-at.js';
import { definitionsOf, occurrencesOf } from './occurrences.js';

/** Where the name at an offset is given: of a selector, the labels of the Pods that it selects. */
export function definition(view: FileView, offset: number, workspace: WorkspaceView): Location[] {
  const mention = mentionAt(view, offset);
  if (!mention) return [];
  return mention.what === 'label' && mention.role === 'reference'
    ? selectedPods(mention, workspace)
    : definitionsOf(mention, workspace).map(locationOf);
}

/** Where the name at an offset is used. `declarations`: whether where it is given counts too. */
export function references(
  view: FileView,
  offset: number,
  declarations: 'included' | 'left out',
  workspace: WorkspaceView,
): Location[] {
  const mention = mentionAt(view, offset);
  if (!mention) return [];
  return occurrencesOf(mention, workspace)
    .filter(({ role }) => role === 'reference' || declarations === 'included')
    .map(locationOf);
}

function selectedPods({ object, node, labelKey = '' }: Mention, workspace: WorkspaceView): Location[] {
  const selector = selectorAround(object, node);
  if (selector === undefined) return [];
  return [...objectsOf(workspace)].flatMap((candidate) => {
    const labels = selects(object, selector, candidate) ? podLabelsOf(candidate)?.node : undefined;
    const entry = labels === undefined ? undefined : candidate.document.child(labels, labelKey);
    if (entry === undefined) return [];
    const { start, end } = candidate.document.rangeOf(entry);
    return [
      {
        uri: candidate.file.uri,
        range: toRange(candidate.file.text, { start: candidate.document.keyRange(entry)?.start ?? start, end }),
      },
    ];
  });
}

function locationOf({ object, range }: Mention): Location {
  return { uri: object.file.uri, range: toRange(object.file.text, range) };
}
