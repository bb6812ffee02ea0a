import { says } from '../messages.js';
import { Missing } from '../errors.js';
import { gvkOf, type FieldSpec } from '../config/field-spec.js';
import { setScalar } from '../node/fields.js';
import { Kind, scalarNode, Tag, type YNode } from '../node/node.js';
import type { Place } from '../origin/place.js';
import type { Replica } from '../read/entries.js';
import { isSelected } from '../resource/gvk.js';
import type { PluginContext, Transform } from './context.js';
import { filterField } from './field-filter.js';

const creation = { kind: Kind.scalar, tag: Tag.int };

/** Sets the number of replicas of objects of a name (ReplicaCountTransformer.go). */
export function replicaTransform(
  { name, count }: Replica,
  specs: readonly FieldSpec[],
  place: { name?: Place | undefined; count?: Place | undefined },
  { step }: PluginContext,
): Transform {
  const set = (node: YNode): void => {
    const value = scalarNode(String(count), Tag.int);
    value.place = place.count;
    setScalar(node, value, step);
  };
  return (map) => {
    let isFound = false;
    for (const spec of specs)
      for (const { node } of map.byAnyId((id) => id.name === name && isSelected(id.gvk, gvkOf(spec)))) {
        isFound = true;
        filterField(node, spec, set, creation);
      }
    if (!isFound) throw new Missing('replicas', says['no-replicas']({ name }), place.name);
  };
}
