import type { NodeId, YamlDocument } from '@podlint/syntax';
import { isStruct, itemOf, ownedField, type OwnedField } from '@podlint/schema';

/** A scalar of an object, with what is expected there. */
export interface TypedScalar {
  readonly node: NodeId;
  readonly field: OwnedField;
  /** The structs that it is in, the innermost first. */
  readonly around: readonly Struct[];
}

export interface Struct {
  readonly node: NodeId;
  readonly type: string;
  /** The field that holds it; undefined for the object itself. */
  readonly held: OwnedField | undefined;
}

/**
 * Every scalar of an object whose kind is known, with its field. What an alias stands for is passed over: it is
 * somewhere else already.
 */
export function typedScalars(document: YamlDocument, root: NodeId, type: string): TypedScalar[] {
  const found: TypedScalar[] = [];
  enterStruct(document, { node: root, type, held: undefined }, [], found);
  return found;
}

function enterStruct(document: YamlDocument, struct: Struct, around: readonly Struct[], found: TypedScalar[]): void {
  if (
    document.kind(struct.node) !== 'mapping' ||
    (document.aliasTarget(struct.node) !== undefined && around.length > 0)
  )
    return;
  const here = [struct, ...around];
  for (const child of document.children(struct.node)) {
    const field = ownedField(struct.type, String(document.key(child)));
    if (field) enter(document, child, field, here, found);
  }
}

function enter(
  document: YamlDocument,
  node: NodeId,
  field: OwnedField,
  around: readonly Struct[],
  found: TypedScalar[],
): void {
  const isCollection = document.kind(node) !== 'scalar';
  if (!isCollection) {
    if (field.shape === undefined && !isStruct(field)) found.push({ node, field, around });
    return;
  }
  if (field.shape === undefined) {
    if (isStruct(field)) enterStruct(document, { node, type: field.type, held: field }, around, found);
    return;
  }
  if (document.aliasTarget(node) === undefined)
    for (const child of document.children(node)) enter(document, child, itemOf(field), around, found);
}
