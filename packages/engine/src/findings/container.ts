import type { FieldPath } from '@podlint/field-path';
import type { InspectedObject } from '../verdict/inspected.js';
import { nodeAt } from './locate.js';

const containerLists: ReadonlySet<string | number> = new Set(['containers', 'initContainers', 'ephemeralContainers']);

/** The name of the container that a field is in, as it is written; undefined outside of containers. */
export function containerOf(
  { document, object }: Pick<InspectedObject, 'document' | 'object'>,
  path: FieldPath,
): string | undefined {
  const specLength = (object?.description.known?.podTemplate?.length ?? NaN) + 1;
  const inSpec = path.segments.slice(specLength);
  if (!object || typeof inSpec[1] !== 'number' || !containerLists.has(inSpec[0] ?? '')) return undefined;
  const name = nodeAt(document, object.node, path.ancestor(specLength + 2).child('name'));
  return name === undefined ? undefined : (document.scalarText(name) ?? undefined);
}
