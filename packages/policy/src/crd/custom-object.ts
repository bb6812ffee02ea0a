import { FieldPath } from '@podlint/field-path';
import { defaultVersion, type Minor } from '@podlint/model';
import { copyOf, own, pushAll, setOwn } from '@podlint/plain';
import { definitionOf, type DefinedVersion, type Definition } from './definition.js';
import type { ResourceError } from './errors.js';
import { applySchemaDefaults, removeForbiddenNulls } from './object/defaults.js';
import { coerceEmbedded } from './object/embedded.js';
import { decodeMetadata } from './object/metadata.js';
import { answered, fillSystemFields, keepSystemFields } from './object/system-fields.js';
import { prune } from './object/prune.js';
import { validateCreate, validateStatusUpdate, validateUpdate, type Subject } from './object/strategy.js';
import { asResource } from './schema/schema.js';
import { isObject, type Json } from './values/json.js';

/** A request for a custom object: `update` and `status` change `old`, as it was written. */
export interface CustomObjectRequest {
  /** The CustomResourceDefinition, as JSON. */
  readonly definition: object;
  readonly op: 'create' | 'update' | 'status';
  /** The version that the request is made for. */
  readonly version: string;
  readonly object: unknown;
  readonly old?: unknown;
  /** The minor version of the server; left out: the newest that podlint's answers are verified for. */
  readonly minor?: Minor;
}

export interface CustomObjectVerdict {
  /** `unserved`: the definition does not serve the version. */
  readonly verdict: 'accept' | 'reject' | 'undecodable' | 'unserved';
  /** Fields that the schema does not name; a strict request is refused for them, others lose them. */
  readonly unknown?: readonly string[];
  readonly errors?: readonly ResourceError[];
  /** The first field that could not be decoded. */
  readonly fault?: FieldPath;
  /** The object as the server would hold it: pruned, with its defaults. */
  readonly effective?: Json;
}

/** The same with the places of unknown fields. */
export interface PlacedVerdict extends Omit<CustomObjectVerdict, 'unknown'> {
  readonly unknown?: readonly FieldPath[];
}

/** What the server says of a custom object (apiextensions-apiserver). Never throws for what JSON can hold. */
export function judgeCustomObject(request: CustomObjectRequest): CustomObjectVerdict {
  const { unknown, effective, ...verdict } = placedVerdictOn(request);
  return {
    ...verdict,
    ...(unknown && { unknown: unknown.map((path) => path.toStrictString()) }),
    ...(effective && !verdict.errors && { effective }),
  };
}

export function placedVerdictOn(request: CustomObjectRequest): PlacedVerdict {
  const definition = definitionOf(request.definition);
  const version = definition.versions.get(request.version);
  if (!version?.served) return { verdict: 'unserved' };
  const decoded = decode(request.object, definition, version, request.minor ?? defaultVersion.minor);
  return 'fault' in decoded ? { verdict: 'undecodable', fault: decoded.fault } : judge(request, decoded);
}

interface Decoded extends Subject {
  readonly unknown: readonly FieldPath[];
}

function judge({ op, old }: CustomObjectRequest, { unknown, ...subject }: Decoded): PlacedVerdict {
  const before = op === 'create' ? undefined : stored(old, subject);
  const errors = validate(op, subject, before);
  const fine = errors.length === 0;
  return {
    verdict: fine && unknown.length === 0 ? 'accept' : 'reject',
    ...(unknown.length > 0 && { unknown }),
    ...(!fine && { errors }),
    effective: answered(subject.object),
  };
}

function validate(op: CustomObjectRequest['op'], subject: Subject, old: Json | undefined): readonly ResourceError[] {
  if (!old) return validateCreate(prepareForCreate(subject));
  if (op === 'status') return validateStatusUpdate(prepareStatus(subject, old), old);
  return validateUpdate(prepareForUpdate(subject, old), old);
}

/** Who creates an object cannot set its status, where that is a subresource. */
function prepareForCreate(subject: Subject): Subject {
  if (subject.version.hasStatus) Reflect.deleteProperty(subject.object, 'status');
  fillSystemFields(subject.object, subject.definition.namespaced);
  return subject;
}

function prepareForUpdate(subject: Subject, old: Json): Subject {
  if (subject.version.hasStatus) takeField(subject.object, old, 'status');
  keepSystemFields(subject.object, old, subject.definition.namespaced);
  return subject;
}

/** An update of the status leaves all else as it was. */
function prepareStatus(subject: Subject, old: Json): Subject {
  const status = { ...subject.object };
  for (const name of Object.keys(subject.object)) Reflect.deleteProperty(subject.object, name);
  for (const name of Object.keys(old)) setOwn(subject.object, name, copyOf(own(old, name)));
  takeField(subject.object, status, 'status');
  keepSystemFields(subject.object, old, subject.definition.namespaced);
  return subject;
}

function takeField(object: Json, from: Json, name: string): void {
  if (Object.hasOwn(from, name)) setOwn(object, name, copyOf(from[name]));
  else Reflect.deleteProperty(object, name);
}

/** The former object as the store has it. */
function stored(old: unknown, { definition, version, minor }: Subject): Json {
  const decoded = decode(old, definition, version, minor);
  if ('fault' in decoded) return {};
  fillSystemFields(decoded.object, definition.namespaced);
  return decoded.object;
}

/** Decodes, fills in defaults and prunes (customresource_handler.go, unstructuredDefaulter and schemaCoercer). */
function decode(
  raw: unknown,
  definition: Definition,
  version: DefinedVersion,
  minor: Minor,
): Decoded | { fault: FieldPath } {
  const object = copyOf(raw);
  const typeFault = isObject(object) ? faultOfTypeMeta(object, definition, version) : FieldPath.root;
  if (!isObject(object) || typeFault) return { fault: typeFault ?? FieldPath.root };
  const isOfKind = own(object, 'kind') === definition.kind;
  if (isOfKind) applySchemaDefaults(object, version.schema);
  const root = decodeMetadata(own(object, 'metadata') ?? {}, FieldPath.root.child('metadata'));
  if (root.fault) return { fault: root.fault };
  const unknown = [...root.unknown];
  if (isOfKind) pushAll(unknown, prune(object, version.schema && asResource(version.schema)));
  if (isOfKind) removeForbiddenNulls(object, version.schema);
  const embedded = coerceEmbedded(object, isOfKind ? version.schema : undefined, FieldPath.root);
  if (embedded.fault) return { fault: embedded.fault };
  if (Object.hasOwn(object, 'metadata')) setOwn(object, 'metadata', root.metadata);
  return { object, definition, version, minor, unknown: [...unknown, ...embedded.unknown] };
}

function faultOfTypeMeta(object: Json, { group }: Definition, { name }: DefinedVersion): FieldPath | undefined {
  const kind = own(object, 'kind');
  if (typeof kind !== 'string' || kind === '') return FieldPath.root.child('kind');
  return own(object, 'apiVersion') === `${group}/${name}` ? undefined : FieldPath.root.child('apiVersion');
}
