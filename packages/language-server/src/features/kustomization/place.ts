import { kustomizationShape, type Shape } from '@podlint/kustomize/file';
import type { NodeId, YamlDocument } from '@podlint/syntax';
import { nodeAt } from '../../place/place.js';
import type { FileView } from '../../service/file-view.js';

/** What a kustomization has at the end of a way of keys. */
export interface Expected {
  readonly shape: Shape;
  /** The type in api/types and the field that hold it, such as `Patch.path`; items and entries have that of their list or map. */
  readonly field: string;
}

/** A node of a kustomization that kustomize knows the field of. */
export interface FieldPlace extends Expected {
  readonly document: YamlDocument;
  readonly node: NodeId;
  readonly on: 'key' | 'value';
  readonly keys: readonly (string | number)[];
}

const top: Expected = { shape: kustomizationShape, field: '' };

export function expectedAlong(keys: readonly (string | number)[]): Expected | undefined {
  return keys.reduce<Expected | undefined>((at, key) => at && expectedIn(at, key), top);
}

function expectedIn({ shape, field }: Expected, key: string | number): Expected | undefined {
  if (shape.type === 'list') return typeof key === 'number' ? { shape: shape.item, field } : undefined;
  if (shape.type === 'map') return { shape: shape.item, field };
  if (shape.type !== 'struct') return undefined;
  const found = namedField(shape, String(key));
  return found && { shape: found[1], field: typeWithField(shape, found[0]) };
}

export function typeWithField({ name: type }: Shape & { readonly type: 'struct' }, name: string): string {
  return `${type}.${name}`;
}

/** By its name in any case, as kustomize takes it. */
function namedField(shape: Shape & { type: 'struct' }, key: string): readonly [string, Shape] | undefined {
  const exact = shape.fields.get(key);
  if (exact) return [key, exact];
  return [...shape.fields].find(([name]) => name.toLowerCase() === key.toLowerCase());
}

/** kustomize reads the first document of a file, and takes no other. */
export function documentOf(view: FileView): YamlDocument | undefined {
  return view.documents[0]?.document;
}

export function placeIn(view: FileView, offset: number): FieldPlace | undefined {
  const document = documentOf(view);
  const at = document && nodeAt(document, offset);
  if (!at) return undefined;
  const keys: (string | number)[] = [];
  for (let node: NodeId | undefined = at.node; node !== undefined; node = document.parent(node)) {
    const key = document.key(node);
    if (key !== undefined) keys.unshift(key);
  }
  const expected = expectedAlong(keys);
  return expected && { ...expected, document, node: at.node, on: at.on, keys };
}

/** Every node that kustomize knows the field of, in the order of the text. */
export function placesIn(view: FileView): FieldPlace[] {
  const document = documentOf(view);
  const found: FieldPlace[] = [];
  if (document?.root !== undefined) collect(document, document.root, [], top, found);
  return found;
}

function collect(
  document: YamlDocument,
  node: NodeId,
  keys: readonly (string | number)[],
  expected: Expected,
  found: FieldPlace[],
): void {
  found.push({ ...expected, document, node, on: 'value', keys });
  // What an alias stands for is somewhere else already.
  if (document.kind(node) === 'scalar' || document.aliasTarget(node) !== undefined) return;
  for (const child of document.children(node)) {
    const key = document.key(child) ?? '';
    const inner = expectedIn(expected, key);
    if (inner) collect(document, child, [...keys, key], inner, found);
  }
}

/** The text of a field beside a node, in the mapping that both are in. */
export function textIn(document: YamlDocument, mapping: NodeId | undefined, field: string): string {
  const node =
    mapping === undefined || document.kind(mapping) !== 'mapping' ? undefined : document.child(mapping, field);
  return (node === undefined ? undefined : document.scalarText(node)) ?? '';
}
