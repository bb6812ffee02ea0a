import { own, sameJson } from '@podlint/plain';
import { valuesOf, type Schema } from '../schema/schema.js';
import { isList, isObject, type Json } from '../values/json.js';
import { keyedItems, keysOfItem } from './map-list.js';

/** A value, and the one that it had before an update (apiserver/pkg/cel/common/equality.go, CorrelatedObject). */
export class Correlation {
  private readonly children = new Map<string | number, Correlation | undefined>();
  private same: boolean | undefined;
  private oldItems: ReadonlyMap<string, unknown> | undefined;

  constructor(
    readonly value: unknown,
    readonly old: unknown,
    private readonly schema: Schema | undefined,
  ) {}

  /** Whether nothing has changed, whatever the order of lists that are maps. */
  get isUnchanged(): boolean {
    return (this.same ??= this.compare());
  }

  private compare(): boolean {
    const { value, old } = this;
    if (value === null || old === null) return value === old;
    if (isList(value)) return isList(old) && this.compareLists(value, old);
    if (isObject(value)) return isObject(old) && this.compareObjects(value, old);
    return value === old;
  }

  private compareLists(value: readonly unknown[], old: readonly unknown[]): boolean {
    if (value.length !== old.length) return false;
    const children = value.map((_, at) => this.index(at));
    // Lists that are no maps are compared as a whole.
    if (this.oldItems === undefined && children.includes(undefined)) return sameJson(value, old);
    return children.every((child) => child?.isUnchanged === true);
  }

  private compareObjects(value: Json, old: Json): boolean {
    const names = Object.keys(value);
    return names.length === Object.keys(old).length && names.every((name) => this.key(name)?.isUnchanged === true);
  }

  /** A field that was there before too; undefined for others. */
  key(name: string): Correlation | undefined {
    return this.child(name, () => this.keyOf(name));
  }

  /** An item of a list that is a map, where one with its keys was there before too. */
  index(at: number): Correlation | undefined {
    return this.child(at, () => this.indexOf(at));
  }

  private child(name: string | number, make: () => Correlation | undefined): Correlation | undefined {
    if (!this.children.has(name)) this.children.set(name, make());
    return this.children.get(name);
  }

  private keyOf(name: string): Correlation | undefined {
    const { value, old, schema } = this;
    if (!schema || !isObject(value) || !isObject(old)) return undefined;
    const below = schema.properties.get(name) ?? valuesOf(schema);
    if (!below || !Object.hasOwn(value, name) || !Object.hasOwn(old, name)) return undefined;
    return new Correlation(own(value, name), own(old, name), below);
  }

  private indexOf(at: number): Correlation | undefined {
    const { value, old, schema } = this;
    if (schema?.listType !== 'map' || !isList(value) || !isList(old)) return undefined;
    this.oldItems ??= keyedItems(old, schema.listMapKeys);
    const keys = keysOfItem(value[at], schema.listMapKeys);
    const before = keys === undefined ? undefined : this.oldItems.get(keys);
    return before === undefined ? undefined : new Correlation(value[at], before, schema.items);
  }
}
