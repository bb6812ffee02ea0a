import type { FieldSpec } from '../config/field-spec.js';
import { demandKind, fieldOf, setScalar } from '../node/fields.js';
import { isPresent, Kind, scalarNode, valueOf, type YNode } from '../node/node.js';
import type { Pattern } from '../pattern.js';
import type { Step } from '../origin/place.js';
import type { ImageEntry } from '../read/kustomization.js';
import type { Transform } from './context.js';
import { filterFields } from './field-filter.js';
import { imagePattern, splitImage } from './image-name.js';

/** Changes names, tags and digests of images (ImageTagTransformer.go). */
export function imageTransform(
  image: ImageEntry,
  specs: readonly FieldSpec[],
  step: Step,
  tellFound: (hasFound: boolean) => void,
): Transform {
  const pattern = imagePattern(image.name);
  return (map) => {
    let hasFound = false;
    const set = (node: YNode): void => {
      hasFound = setImage(node, image, pattern, step) || hasFound;
    };
    for (const { node } of map.list) if (!isDefinition(node)) setInContainers(node, set);
    for (const { node } of map.list) if (!isDefinition(node)) filterFields(node, specs, set);
    tellFound(hasFound);
  };
}

function isDefinition(node: YNode): boolean {
  return valueOf(fieldOf(node, 'kind')) === 'CustomResourceDefinition';
}

/** Every `containers` and `initContainers`, however deep (filters/imagetag/legacy.go). */
function setInContainers(node: YNode, set: (node: YNode) => void): void {
  if (node.kind === Kind.sequence) for (const item of node.content) setInContainers(item, set);
  if (node.kind !== Kind.mapping) return;
  for (let i = 0; i + 1 < node.content.length; i += 2) {
    const [key, value] = [node.content[i]!.value, node.content[i + 1]!];
    if (value.kind !== Kind.scalar) setInContainers(value, set);
    if (key === 'containers' || key === 'initContainers') setInItems(value, set);
  }
}

function setInItems(list: YNode, set: (node: YNode) => void): void {
  if (list.kind !== Kind.sequence) return;
  for (const item of list.content) {
    demandKind(item, Kind.mapping);
    const image = isPresent(item) ? fieldOf(item, 'image') : undefined;
    if (image) set(image);
  }
}

/** False: it is another image. */
function setImage(node: YNode, image: ImageEntry, pattern: Pattern | undefined, step: Step): boolean {
  demandKind(node, Kind.scalar);
  if (!pattern?.test(node.value)) return false;
  setScalar(node, scalarNode(changedImage(node.value, image)), step);
  return true;
}

function changedImage(value: string, { newName, newTag, digest: newDigest, tagSuffix }: ImageEntry): string {
  const old = splitImage(value);
  const name = newName === '' ? old.name : newName;
  let { tag, digest } = old;
  if (newTag !== '') [tag, digest] = [newTag, newDigest];
  else if (newDigest !== '') [tag, digest] = ['', newDigest];
  else if (tagSuffix !== '') [tag, digest] = [tag + tagSuffix, ''];
  return `${name}${tag && `:${tag}`}${digest && `@${digest}`}`;
}
