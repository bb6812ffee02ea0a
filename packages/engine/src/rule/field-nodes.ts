import type { FieldPath } from '@podlint/field-path';
import type { NodeId, Range, YamlDocument } from '@podlint/syntax';
import { placeOfField, placeOfKey } from '../findings/locate.js';

/**
 * Where the fields of one object stand in the text. What was found once is remembered, as rules ask for neighbours.
 */
export class FieldNodes {
  private readonly known = new Map<FieldPath, NodeId | undefined>();

  constructor(
    readonly document: YamlDocument,
    /** The object itself. */
    readonly root: NodeId,
  ) {}

  /** The narrowest place for a field, as `locate` finds it. */
  rangeOf(path: FieldPath): Range {
    const node = this.nodeOf(path);
    return node === undefined ? placeOfKey(this.document, this.nearest(path).node) : placeOfField(this.document, node);
  }

  /** The deepest thing on the way to a field that the manifest has, and what is missing below it. */
  nearest(path: FieldPath): { readonly node: NodeId; readonly missing: readonly (string | number)[] } {
    for (let at = path; ; at = at.holder) {
      const node = this.nodeOf(at);
      if (node !== undefined) return { node, missing: path.segments.slice(at.length) };
    }
  }

  /** Undefined for a field that the manifest does not have. */
  nodeOf(path: FieldPath): NodeId | undefined {
    const { parent, segment } = path;
    if (!parent) return this.root;
    const known = this.known.get(path);
    if (known !== undefined || this.known.has(path)) return known;
    const above = this.nodeOf(parent);
    const node = above === undefined ? undefined : this.document.child(above, segment);
    this.known.set(path, node);
    return node;
  }
}
