import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import type { Schema } from '../schema/schema.js';
import { valuesOf } from '../schema/schema.js';
import { isList, isObject, type Json } from '../values/json.js';

/** Fields of every object that schemas need not name. */
export const metaFields: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/**
 * Removes the fields that a schema does not name, and says which they were (apiserver/schema/pruning). With
 * x-kubernetes-preserve-unknown-fields they stay, while those below named ones do not.
 */
export function prune(value: unknown, schema: Schema | undefined): FieldPath[] {
  const pruning = new Pruning();
  pruning.prune(value, schema, FieldPath.root);
  return pruning.removed;
}

class Pruning {
  readonly removed: FieldPath[] = [];

  prune(value: unknown, schema: Schema | undefined, path: FieldPath): void {
    if (schema?.preserveUnknownFields) this.keep(value, schema, path);
    else if (isObject(value)) this.pruneObject(value, schema, path);
    else if (isList(value)) value.forEach((item, at) => this.prune(item, schema?.items, path.index(at)));
  }

  private pruneObject(object: Json, schema: Schema | undefined, path: FieldPath): void {
    for (const name of Object.keys(object)) {
      if (schema?.embeddedResource && metaFields.has(name)) continue;
      if (!schema || !this.pruneKnown(object, schema, path, name)) this.remove(object, name, path, schema);
    }
  }

  /** False where the schema has no place for the field. */
  private pruneKnown(object: Json, schema: Schema, path: FieldPath, name: string): boolean {
    const property = schema.properties.get(name);
    if (!property && schema.additionalProperties === undefined) return false;
    this.prune(own(object, name), property ?? valuesOf(schema), path.child(name));
    return true;
  }

  private remove(object: Json, name: string, path: FieldPath, schema: Schema | undefined): void {
    if (!schema || !metaFields.has(name) || path.length > 0) this.removed.push(path.child(name));
    Reflect.deleteProperty(object, name);
  }

  private keep(value: unknown, schema: Schema | undefined, path: FieldPath): void {
    if (!schema) return;
    if (isList(value)) value.forEach((item, at) => this.keep(item, schema.items, path.index(at)));
    if (!isObject(value)) return;
    for (const name of Object.keys(value)) {
      if (!(schema.embeddedResource && metaFields.has(name))) this.pruneKnown(value, schema, path, name);
    }
  }
}
