import { parseImageReference } from '@podlint/model';
import type { DocumentLink } from 'vscode-languageserver-types';
import { isImage } from '../../knowledge/images.js';
import { objectsIn } from '../../names/objects.js';
import { typedScalars } from '../../names/walk.js';
import { toRange } from '../../place/ranges.js';
import type { FileView } from '../../service/file-view.js';
import { pageOf } from './registry-pages.js';

/** Links from images to the pages that their registries have about them. */
export function documentLinks(view: FileView): DocumentLink[] {
  return [...objectsIn(view)].flatMap(({ document, root, type }) => {
    const scalars = type === undefined ? [] : typedScalars(document, root, type).filter(({ field }) => isImage(field));
    return scalars.flatMap(({ node }) => {
      const image = parseImageReference(document.scalarText(node) ?? '');
      const target = image.valid ? pageOf(image.repository) : undefined;
      return target === undefined
        ? []
        : [{ range: toRange(view.text, document.rangeOf(node)), target, tooltip: 'Open the page of the image' }];
    });
  });
}
