import type { NodeId, Range, YamlDocument } from '@podlint/syntax';
import { placeOfField, placeOfKey } from '../findings/locate.js';
import { placeOf, segmentsOf, type Field, type FieldSegments, type Place } from './field.js';

/** Where the fields of one object stand in the text. What was found once is remembered, as rules ask for neighbours. */
export class FieldNodes {
  private readonly known = new Map<Place, NodeId | undefined>();

  constructor(
    readonly document: YamlDocument,
    /** The object itself. */
    readonly root: NodeId,
  ) {}

  /** The same in another document with the same nodes. */
  in(document: YamlDocument): FieldNodes {
    return new FieldNodes(document, this.root);
  }

  /** Undefined for a field that the manifest does not have. */
  nodeAt(field: Field): NodeId | undefined {
    return this.nodeOf(placeOf(field));
  }

  /** The narrowest place for a field, as `locate` finds it. */
  rangeAt(field: Field): Range {
    const place = placeOf(field);
    const node = this.nodeOf(place);
    return node === undefined
      ? placeOfKey(this.document, this.nodeOf(this.nearestPlace(place))!)
      : placeOfField(this.document, node);
  }

  /** The deepest thing on the way to a field that the manifest has, and what is missing below it. */
  nearest(field: Field): { readonly node: NodeId; readonly missing: FieldSegments } {
    const place = this.nearestPlace(placeOf(field));
    return { node: this.nodeOf(place)!, missing: segmentsOf(field).slice(place.segments.length) };
  }

  private nearestPlace(place: Place): Place {
    return this.nodeOf(place) === undefined && place.parent ? this.nearestPlace(place.parent) : place;
  }

  private nodeOf(place: Place): NodeId | undefined {
    const { parent, segment } = place;
    if (!parent) return this.root;
    const known = this.known.get(place);
    if (known !== undefined || this.known.has(place)) return known;
    const above = this.nodeOf(parent);
    const node = above === undefined ? undefined : this.document.child(above, segment);
    this.known.set(place, node);
    return node;
  }
}
