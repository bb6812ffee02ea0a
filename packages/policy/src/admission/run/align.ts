import { FieldPath } from '@podlint/field-path';
import { own, setOwn } from '@podlint/plain';
import { isList, isObject, type Json } from '../../crd/values/json.js';
import { identityOf } from '../mutation/merge/list-items.js';
import type { ListSchema, MergeSchema } from '../mutation/merge/merge-schema.js';

/** An object that policies have changed, with the items of its lists where the manifest has them. */
export interface Aligned {
  readonly object: Json;
  /** Items that the manifest does not have; they follow those that it has. */
  readonly injected: readonly FieldPath[];
}

/**
 * Puts the items of lists that merge by keys into the manifest's order, so that a path leads to the same item in both.
 * What a policy has taken away of them stays as it is written.
 */
export function alignWith(written: Json, changed: Json, schema: MergeSchema): Aligned {
  const injected: FieldPath[] = [];
  const object = aligned(written, changed, { schema, path: FieldPath.root, injected }) as Json;
  return { object, injected };
}

interface Place {
  readonly schema: MergeSchema | undefined;
  readonly path: FieldPath;
  readonly injected: FieldPath[];
}

function aligned(written: unknown, changed: unknown, { schema, path, injected }: Place): unknown {
  if (isObject(written) && isObject(changed)) {
    const made: Json = {};
    for (const [name, value] of Object.entries(changed)) {
      const field = { schema: schema?.map?.field(name), path: path.child(name), injected };
      setOwn(made, name, aligned(own(written, name), value, field));
    }
    return made;
  }
  if (!isList(changed) || schema?.list?.merges !== 'keyed') return changed;
  return alignedItems(isList(written) ? written : [], changed, schema.list, { path, injected });
}

function alignedItems(
  written: readonly unknown[],
  changed: readonly unknown[],
  list: ListSchema,
  { path, injected }: Omit<Place, 'schema'>,
): unknown[] {
  const rest = new Map(changed.map((item, i) => [idOf(item, list) ?? `${i}`, item]));
  const items = written.map((item, i) => {
    const id = idOf(item, list) ?? '';
    const found = rest.get(id);
    rest.delete(id);
    return found === undefined ? item : aligned(item, found, { schema: list.item(), path: path.index(i), injected });
  });
  for (const item of rest.values()) {
    injected.push(path.index(items.length));
    items.push(item);
  }
  return items;
}

function idOf(item: unknown, list: ListSchema): string | undefined {
  const identity = identityOf(item, list, '');
  return 'id' in identity ? identity.id : undefined;
}
