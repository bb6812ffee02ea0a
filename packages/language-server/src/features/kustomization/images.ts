import { imagePattern } from '@podlint/kustomize/file';
import type { Range } from '@podlint/syntax';
import { isImage } from '../../knowledge/images.js';
import type { PlacedObject } from '../../names/objects.js';
import { typedScalars } from '../../names/walk.js';
import { objectsTakenIn, type TakenIn } from './taken-in.js';

/** An image that an object names. */
export interface UsedImage {
  readonly object: PlacedObject;
  readonly image: string;
  readonly range: Range;
}

export function imagesIn(taken: TakenIn): UsedImage[] {
  return objectsTakenIn(taken).flatMap((object) => {
    const { document, root, type } = object;
    const scalars = type === undefined ? [] : typedScalars(document, root, type).filter(({ field }) => isImage(field));
    return scalars.flatMap(({ node }) => {
      const image = document.scalarText(node);
      return image ? [{ object, image, range: document.rangeOf(node) }] : [];
    });
  });
}

/** The images that an entry of `images` changes. */
export function imagesNamed(name: string, taken: TakenIn): UsedImage[] {
  const pattern = imagePattern(name);
  return name === '' || !pattern ? [] : imagesIn(taken).filter(({ image }) => pattern.test(image));
}
