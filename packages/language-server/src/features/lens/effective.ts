import { createLinterWith } from '@podlint/engine';
import { explainText } from '@podlint/reporters';
import { documentAt, placeAt } from '../../place/place.js';
import type { FileView } from '../../service/file-view.js';

/** Objects as the server would store them, with the reason of each default in a comment. */
export interface Effective {
  readonly text: string;
}

/** Of the object at an offset, or of all in the file; null where there is none that podlint judges. */
export function effective(view: FileView, offset: number | undefined): Effective | null {
  const linter = createLinterWith([], { settingsFor: () => view.settings });
  const all = linter.explain([{ path: view.path, text: view.text.getText() }]);
  const here =
    offset === undefined
      ? undefined
      : { index: documentAt(view, offset)?.index, item: placeAt(view, offset)?.object.item };
  const meant = here ? all.filter(({ index, item }) => index === here.index && item === here.item) : all;
  return meant.length === 0 ? null : { text: explainText(meant, { colors: 'never' }) };
}
