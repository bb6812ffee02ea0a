import { isAtomicDefinition, mergeTypeOf, structureFields, type MergeType, type StructureField } from '@podlint/kinds';
import type { Minor } from '@podlint/model';
import { untypedAtomic, type ListSchema, type MapSchema, type MergeSchema } from './merge-schema.js';

const plain: ReadonlyMap<string, MergeSchema> = new Map<string, MergeSchema>([
  ['string', { scalar: 'string' }],
  ['bytes', { scalar: 'string' }],
  ['boolean', { scalar: 'boolean' }],
  ['int32', { scalar: 'number' }],
  ['int64', { scalar: 'number' }],
  ['number', { scalar: 'number' }],
  ['quantity', { scalar: 'untyped' }],
  ['int-or-string', { scalar: 'untyped' }],
  ['time', { scalar: 'untyped' }],
  ['micro-time', { scalar: 'untyped' }],
  ['strings', { list: { merges: 'atomic', keys: [], item: () => ({ scalar: 'string' }) } }],
]);

/** How objects of a built-in kind merge. */
export function builtInSchema(definition: string, minor: Minor): MergeSchema {
  return new BuiltInSchemas(minor).of(definition);
}

class BuiltInSchemas {
  private readonly known = new Map<string, MergeSchema>();

  constructor(private readonly minor: Minor) {}

  of(definition: string): MergeSchema {
    const known = plain.get(definition) ?? this.known.get(definition);
    if (known) return known;
    const made = this.make(definition);
    this.known.set(definition, made);
    return made;
  }

  private make(definition: string): MergeSchema {
    const fields = structureFields(definition, this.minor);
    // Any JSON, or a schema in one of its forms.
    if (fields.length === 0) return untypedAtomic;
    const byName = new Map(fields.map((field) => [field.name, field]));
    return {
      map: {
        atomic: isAtomicDefinition(definition),
        field: (name) => {
          const field = byName.get(name);
          return field && this.ofField(field, mergeTypeOf(definition, name));
        },
      },
    };
  }

  private ofField({ type, shape }: StructureField, merges: MergeType | undefined): MergeSchema {
    const item = (): MergeSchema => this.of(type);
    if (shape === 'list') return { list: listSchema(merges, item) };
    if (shape === 'map') return { map: { atomic: merges === 'atomic', field: item } };
    const one = this.of(type);
    return one.map && merges !== undefined ? { ...one, map: withAtomic(one.map, merges === 'atomic') } : one;
  }
}

function listSchema(merges: MergeType | undefined, item: () => MergeSchema): ListSchema {
  if (typeof merges !== 'object') return { merges: merges === 'set' ? 'set' : 'atomic', keys: [], item };
  return { merges: 'keyed', keys: Object.entries(merges).map(([name, value]) => ({ name, default: value })), item };
}

/** A field may say of its objects another thing than their definition. */
function withAtomic(map: MapSchema, isAtomic: boolean): MapSchema {
  return { atomic: isAtomic, field: (name) => map.field(name) };
}
