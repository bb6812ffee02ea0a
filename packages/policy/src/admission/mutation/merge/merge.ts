import { own, setOwn } from '@podlint/plain';
import { isList, isObject, type Json } from '../../../crd/values/json.js';
import { identityOf } from './list-items.js';
import { shapeFor, untypedAtomic, type ListSchema, type MergeSchema } from './merge-schema.js';

/**
 * An object with a configuration that is applied to it (structured-merge-diff, typed/merge.go): what the configuration
 * says counts, fields merge one by one, lists as their schema says.
 */
export function mergeObjects(object: Json, patch: Json, schema: MergeSchema): Json {
  return merged(object, patch, schema) as Json;
}

/** Undefined: there is nothing. */
function merged(left: unknown, right: unknown, schema: MergeSchema): unknown {
  if (right === undefined) return left;
  if (left === undefined) return right;
  const shape = shapeFor(schema, right ?? left);
  if (shape === 'scalar') return right;
  if (shape === 'map') return mergedMaps(left, right, schema);
  return schema.list ? mergedLists(left, right, schema.list) : right;
}

function mergedMaps(left: unknown, right: unknown, { map }: MergeSchema): unknown {
  const [before, after] = [isObject(left) ? left : {}, isObject(right) ? right : {}];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  if (!map || map.atomic || names.size === 0) return right;
  const made: Json = {};
  for (const name of names)
    setOwn(made, name, merged(own(before, name), own(after, name), map.field(name) ?? untypedAtomic));
  return made;
}

function mergedLists(left: unknown, right: unknown, list: ListSchema): unknown {
  const [before, after] = [isList(left) ? left : [], isList(right) ? right : []];
  if (list.merges === 'atomic' || before.length + after.length === 0) return right;
  return new ListMerge(before, after, list).run();
}

/** mergingWalker.visitListItems: items of both keep the order of the patch, the others stay where they are. */
class ListMerge {
  private readonly left: readonly string[];
  private readonly right: readonly string[];
  private readonly inLeft: ReadonlyMap<string, unknown>;
  private readonly inRight: ReadonlyMap<string, unknown>;
  private readonly out: unknown[] = [];
  private readonly done = new Set<string>();
  private readonly shared: string[];
  private next: string | undefined;
  private l = 0;
  private r = 0;

  constructor(
    private readonly before: readonly unknown[],
    after: readonly unknown[],
    private readonly list: ListSchema,
  ) {
    this.left = before.map((item, i) => this.idOf(item, `left ${i}`));
    this.right = after.map((item, i) => this.idOf(item, `right ${i}`));
    this.inLeft = itemsById(this.left, before);
    this.inRight = itemsById(this.right, after);
    this.shared = this.right.filter((id) => this.inLeft.has(id));
    this.next = this.shared.shift();
  }

  run(): readonly unknown[] {
    while (this.l < this.left.length || this.r < this.right.length) this.step();
    return this.out;
  }

  private idOf(item: unknown, otherwise: string): string {
    const identity = identityOf(item, this.list, '');
    return 'id' in identity ? identity.id : otherwise;
  }

  private step(): void {
    const left = this.left[this.l];
    const right = this.right[this.r];
    if (left !== undefined && right !== undefined) {
      if (left === right) {
        this.l++;
        this.take(right);
        return;
      }
      const isForLater = this.inRight.has(left) && this.next !== undefined && this.next !== left;
      if (isForLater) {
        this.l++;
        return;
      }
    }
    if (left !== undefined && !this.inRight.has(left)) {
      this.out.push(this.before[this.l++]);
      return;
    }
    if (left !== undefined && this.done.has(left)) this.l++;
    if (right !== undefined) this.take(right);
  }

  private take(id: string): void {
    this.done.add(id);
    this.out.push(merged(this.inLeft.get(id), this.inRight.get(id), this.list.item()));
    this.r++;
    if (this.next === id) this.next = this.shared.shift();
  }
}

/** What is there twice is not merged. */
function itemsById(ids: readonly string[], items: readonly unknown[]): ReadonlyMap<string, unknown> {
  const byId = new Map<string, unknown>();
  for (const [i, id] of ids.entries()) byId.set(id, byId.has(id) ? null : items[i]);
  return byId;
}
