import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import type { NodeId, YamlDocument } from '@podlint/syntax';
import type { Decoded, core } from '@podlint/model';
import type { ObjectView } from '../service/file-view.js';

/** The Pod that an object is or makes: what is written, and what the server makes of it. */
export interface PlacedPod {
  readonly document: YamlDocument;
  readonly specNode: NodeId;
  /** Of the Pod's spec. */
  readonly path: FieldPath;
  /** With the server's defaults. */
  readonly spec: Decoded<core.PodSpec>;
}

/** Undefined for an object without a Pod, and for one that does not decode. */
export function podOf({ document, node, decoded }: ObjectView): PlacedPod | undefined {
  const way = decoded?.kind.podTemplate;
  if (!decoded || !way) return undefined;
  const path = FieldPath.root.below(way).child('spec');
  let specNode: NodeId | undefined = node;
  let spec: unknown = decoded.value;
  for (const name of path.segments) {
    specNode = specNode === undefined ? undefined : document.child(specNode, name);
    spec = own(spec as Record<string | number, unknown> | undefined, name);
  }
  return specNode === undefined || spec === undefined
    ? undefined
    : { document, specNode, path, spec: spec as Decoded<core.PodSpec> };
}

export interface PlacedContainer {
  readonly node: NodeId;
  readonly path: FieldPath;
  readonly value: Decoded<core.Container>;
}

/** The containers as they are written, each with what the server makes of it. */
export function containersIn({ document, specNode, path, spec }: PlacedPod): PlacedContainer[] {
  return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) => {
    const listNode = document.child(specNode, list);
    return (spec[list] ?? []).flatMap((value, index) => {
      const node = listNode === undefined ? undefined : document.child(listNode, index);
      return node === undefined || document.kind(node) !== 'mapping'
        ? []
        : [{ node, path: path.child(list).index(index), value: value }];
    });
  });
}
