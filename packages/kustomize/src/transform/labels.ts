import type { KeyPath } from '../node/key-path.js';
import type { FieldSpec } from '../config/field-spec.js';
import type { Texts } from '../read/entries.js';
import type { PluginContext, Transform } from './context.js';
import { entryCreation, entrySetter, filterFields } from './field-filter.js';

/** Adds labels, or annotations, to the fields of a configuration (filters/labels/labels.go, annotations.go). */
export function entriesTransform(
  entries: Texts | undefined,
  path: KeyPath,
  specs: readonly FieldSpec[],
  { step, placeOf }: PluginContext,
): Transform {
  const sorted = Object.entries(entries ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const places = sorted.map(([name]) => placeOf([...path, name]));
  return (map) => {
    for (const { node } of map.list)
      for (const [i, [name, value]] of sorted.entries())
        filterFields(node, specs, entrySetter(name, value, step, places[i]), entryCreation);
  };
}
