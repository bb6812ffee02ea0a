import { applyDefaults, convertObject, convertToInternal, decodeJson, servedForm } from '@podlint/kinds';
import { defineMessages, type Message } from '@podlint/messages';
import { findKind, type Kind, type Minor } from '@podlint/model';
import { copyOf, own } from '@podlint/plain';
import type { KubernetesObject } from '@podlint/validation';
import type { Schema } from '../../crd/schema/schema.js';
import type { Json } from '../../crd/values/json.js';
import { metadataOf } from '../objects/resource.js';
import type { ResourceVersion } from '../policies/attributes.js';
import { builtInSchema } from './merge/built-in-schema.js';
import { definedSchema } from './merge/defined-schema.js';
import type { MergeSchema } from './merge/merge-schema.js';

const says = defineMessages('mutated-object', {
  undecodable: 'the changed object cannot be read as {kind}: {path} has the wrong type',
  unknown: 'the changed object has a field that {kind} does not have: {path}',
});

/** An object while policies change it. */
export interface Mutable {
  /** As policies look at it, in one of the versions of its resource. */
  json(as: ResourceVersion): Json;
  /** How its fields merge; undefined: nobody knows. */
  schema(as: ResourceVersion): MergeSchema | undefined;
  /** Takes the changed object over, with defaults; why it cannot be taken. */
  become(json: Json, as: ResourceVersion): Message | undefined;
}

/** An object of a kind that is not built in: it is what is written. `schema`: undefined where no definition is at hand. */
export class WrittenObject implements Mutable {
  constructor(
    private current: Json,
    private readonly schemas: { readonly schema: Schema | undefined } | undefined,
    private readonly minor: Minor,
  ) {}

  json(): Json {
    return this.current;
  }

  schema(): MergeSchema | undefined {
    return this.schemas && definedSchema(this.schemas.schema, this.minor);
  }

  become(json: Json): undefined {
    this.current = json;
  }
}

/** Metadata that the server writes later than policies look at an object. */
const later = ['uid', 'creationTimestamp', 'generation'];

/** An object of a built-in kind, which is changed in place. */
export class TypedObject implements Mutable {
  constructor(
    private readonly value: KubernetesObject,
    private readonly kind: Kind,
    private readonly minor: Minor,
  ) {}

  json(as: ResourceVersion): Json {
    const own = withoutLater(servedForm(this.kind, this.value, this.minor));
    const other = this.otherKind(as);
    return other ? convertObject(own, this.kind, other, this.minor) : own;
  }

  schema(as: ResourceVersion): MergeSchema {
    return builtInSchema((this.otherKind(as) ?? this.kind).definition, this.minor);
  }

  become(json: Json, as: ResourceVersion): Message | undefined {
    const kind = this.otherKind(as) ?? this.kind;
    const decoded = decodeJson(copyOf(json) as never, kind, this.minor);
    const [unknown] = decoded.unknown;
    if (decoded.undecodable)
      return says.undecodable({ kind: kind.kind, path: String(decoded.wrongType[0] ?? 'metadata.annotations') });
    if (unknown) return says.unknown({ kind: kind.kind, path: String(unknown) });
    this.takeOver(kind === this.kind ? decoded.value : this.converted(json, kind));
    return undefined;
  }

  private converted(json: Json, from: Kind): object {
    return decodeJson(convertObject(json, from, this.kind, this.minor) as never, this.kind, this.minor).value;
  }

  /** Whoever creates the object holds its metadata, too. */
  private takeOver(next: KubernetesObject): void {
    const { value } = this;
    const { metadata = {} } = value;
    const kept = Object.fromEntries(later.map((name) => [name, own(metadata as Json, name)]));
    becomes(value, { ...next, metadata });
    becomes(metadata, { ...next.metadata, ...kept });
    applyDefaults(this.kind, value, this.minor);
    convertToInternal(this.kind, value);
  }

  private otherKind({ group, version, kind }: ResourceVersion): Kind | undefined {
    const found = findKind(group === '' ? version : `${group}/${version}`, kind);
    return found === this.kind ? undefined : found;
  }
}

function becomes(object: object, next: object): void {
  for (const name of Object.keys(object)) Reflect.deleteProperty(object, name);
  Object.assign(object, next);
}

function withoutLater(object: Json): Json {
  const metadata = { ...metadataOf(object) };
  for (const name of later) Reflect.deleteProperty(metadata, name);
  return { ...object, metadata };
}
