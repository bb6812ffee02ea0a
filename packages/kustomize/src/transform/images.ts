import type { FieldSpec } from '../config/field-spec.js';
import { demandKind, fieldOf, setScalar } from '../node/fields.js';
import { isPresent, Kind, scalarNode, valueOf, type YNode } from '../node/node.js';
import type { Pattern } from '../pattern.js';
import type { Step } from '../origin/place.js';
import type { ImageEntry } from '../read/entries.js';
import type { ResourceMap } from '../resource/resource-map.js';
import type { Transform } from './context.js';
import { filterFields } from './field-filter.js';
import { imagePattern, splitImage } from './image-name.js';

/** Changes names, tags and digests of images (ImageTagTransformer.go). */
export function imageTransform(
  image: ImageEntry,
  fields: ImageFields,
  step: Step,
  tellFound: (hasFound: boolean) => void,
): Transform {
  const pattern = imagePattern(image.name);
  return (map) => {
    let hasFound = false;
    for (const node of fields.of(map)) hasFound = setImage(node, image, pattern, step) || hasFound;
    tellFound(hasFound);
  };
}

/** Where images stand in the objects of a build. Setting one moves none, so entries that follow one another ask once. */
export class ImageFields {
  private known: { readonly list: ResourceMap['list']; readonly nodes: readonly YNode[] } | undefined;

  constructor(private readonly specs: readonly FieldSpec[]) {}

  of({ list }: ResourceMap): readonly YNode[] {
    if (this.known?.list !== list) this.known = { list, nodes: this.find(list) };
    return this.known.nodes;
  }

  private find(list: ResourceMap['list']): YNode[] {
    const nodes: YNode[] = [];
    const add = (node: YNode): void => {
      demandKind(node, Kind.scalar);
      nodes.push(node);
    };
    const objects = list.filter(({ node }) => !isDefinition(node));
    for (const { node } of objects) inContainers(node, add);
    for (const { node } of objects) filterFields(node, this.specs, add);
    return nodes;
  }
}

function isDefinition(node: YNode): boolean {
  return valueOf(fieldOf(node, 'kind')) === 'CustomResourceDefinition';
}

/** Every `containers` and `initContainers`, however deep (filters/imagetag/legacy.go). */
function inContainers(node: YNode, found: (node: YNode) => void): void {
  if (node.kind === Kind.sequence) for (const item of node.content) inContainers(item, found);
  if (node.kind !== Kind.mapping) return;
  for (let i = 0; i + 1 < node.content.length; i += 2) {
    const [key, value] = [node.content[i]!.value, node.content[i + 1]!];
    if (value.kind !== Kind.scalar) inContainers(value, found);
    if (key === 'containers' || key === 'initContainers') inItems(value, found);
  }
}

function inItems(list: YNode, found: (node: YNode) => void): void {
  if (list.kind !== Kind.sequence) return;
  for (const item of list.content) {
    demandKind(item, Kind.mapping);
    const image = isPresent(item) ? fieldOf(item, 'image') : undefined;
    if (image) found(image);
  }
}

/** False: it is another image. */
function setImage(node: YNode, image: ImageEntry, pattern: Pattern | undefined, step: Step): boolean {
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
