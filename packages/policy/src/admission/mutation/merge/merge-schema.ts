/** How values merge (structured-merge-diff, schema.Atom): what a value at a place may be, each where it may be that. */
export interface MergeSchema {
  readonly scalar?: ScalarType;
  readonly list?: ListSchema;
  readonly map?: MapSchema;
}

export type ScalarType = 'number' | 'string' | 'boolean' | 'untyped';

export interface ListSchema {
  /** Replaced as a whole, a list of different values, or one whose items have keys. */
  readonly merges: 'atomic' | 'set' | 'keyed';
  readonly keys: readonly ListKey[];
  item(): MergeSchema;
}

interface ListKey {
  readonly name: string;
  /** What stands for a key that an item leaves out. */
  readonly default: unknown;
}

export interface MapSchema {
  /** Replaced as a whole. */
  readonly atomic: boolean;
  /** Undefined: there is no such field. */
  field(name: string): MergeSchema | undefined;
}

/** Whatever it is, it is replaced as a whole (kube-openapi/pkg/schemaconv, __untyped_atomic_). */
export const untypedAtomic: MergeSchema = {
  scalar: 'untyped',
  list: { merges: 'atomic', keys: [], item: () => untypedAtomic },
  map: { atomic: true, field: () => untypedAtomic },
};

/** A map merges field by field, as far as nobody says what is in it (__untyped_deduced_). */
export const untypedDeduced: MergeSchema = {
  scalar: 'untyped',
  list: { merges: 'atomic', keys: [], item: () => untypedAtomic },
  map: { atomic: false, field: () => untypedDeduced },
};

/** What the schema of an object says where a value is the object itself. */
export type Shape = 'scalar' | 'list' | 'map';

/** What a value is taken for (typed/helpers.go, deduceAtom and handleAtom). */
export function shapeFor(schema: MergeSchema, value: unknown): Shape {
  const own = shapeOf(value);
  if (own && schema[own]) return own;
  if (schema.map) return 'map';
  return schema.scalar ? 'scalar' : 'list';
}

/** Undefined for null. */
export function shapeOf(value: unknown): Shape | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return 'scalar';
  return Array.isArray(value) ? 'list' : 'map';
}
