import { FieldPath } from '@podlint/field-path';
import type { Minor } from '@podlint/model';
import { storeProblem } from '@podlint/validation';
import { placedVerdictOn, type PlacedVerdict } from './custom-object.js';
import { definedKinds, distinctByKind, foremost, sourceOf, type DefinedKinds } from './defined-kinds.js';
import { definitionOf, type Definition } from './definition.js';
import { fieldText, type ResourceError } from './errors.js';
import { isNewerField, isNewerValue, restore } from './newer-release.js';
import { podTemplatesIn, type TemplatePlace } from './schema/pod-templates.js';
import { schemaAt, type Schema } from './schema/schema.js';
import { own } from '@podlint/plain';
import { isObject } from './values/json.js';

interface DefinedObjectRequest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly object: unknown;
  /** Of an update: the object as it was. */
  readonly old?: unknown;
  readonly minor: Minor;
}

interface DefinedObjectVerdict extends Omit<PlacedVerdict, 'unknown' | 'errors'> {
  readonly unknown?: readonly UnknownField[];
  readonly errors?: readonly DefinedError[];
  readonly templates?: readonly TemplatePlace[];
  /** Of what is not served: the versions that are. */
  readonly served?: readonly string[];
  /** The release of the project that the definition was carried along from; undefined for one that was given. */
  readonly source?: string;
}

interface UnknownField extends MaybeNewer {
  readonly path: FieldPath;
  readonly siblings: readonly string[];
}

interface DefinedError extends ResourceError, MaybeNewer {}

interface MaybeNewer {
  /** Whether a newer release than that of a carried definition may take it. */
  readonly mayBeNewer?: boolean;
}

/** What judges objects by some CustomResourceDefinitions, whatever their number. */
interface DefinedResources {
  defined(): DefinedKinds;
  /** Undefined: none of them has the kind. */
  judge(request: DefinedObjectRequest): DefinedObjectVerdict | undefined;
}

/** The definitions as JSON; each is read when the first object of its kind is met. */
export function definedResources(manifests: readonly object[]): DefinedResources {
  const byKind = distinctByKind(manifests);
  let defined: DefinedKinds | undefined;
  return {
    defined: () => (defined ??= definedKinds(byKind)),
    judge(request) {
      const group = request.apiVersion.split('/').slice(0, -1).join('/');
      const known = byKind.get(`${group} ${request.kind}`) ?? [];
      const verdicts = foremost(known).flatMap((manifest) => answersBy(manifest, request));
      const [first, ...others] = verdicts;
      return first && others.reduce((best, other) => (countOf(other) < countOf(best) ? other : best), first);
    },
  };
}

/** Several definitions of a kind: nobody knows which one the cluster has, so the one that minds least counts. */
function countOf({ verdict, unknown = [], errors = [] }: DefinedObjectVerdict): number {
  const badness = { accept: 0, reject: 1, undecodable: 1, unserved: 2 }[verdict];
  return badness * 1_000_000 + unknown.length + errors.length;
}

/** Which versions another release serves nobody knows. */
function answersBy(manifest: object, request: DefinedObjectRequest): DefinedObjectVerdict[] {
  const source = sourceOf(manifest);
  const answer = verdictBy(manifest, request);
  if (source === undefined) return [answer];
  return answer.verdict === 'unserved' ? [] : [{ ...doubted(answer, definitionOf(manifest), request), source }];
}

/** Nor which fields and values it takes. */
function doubted(
  answer: DefinedObjectVerdict,
  definition: Definition,
  { apiVersion, object }: DefinedObjectRequest,
): DefinedObjectVerdict {
  const { unknown, errors, effective } = answer;
  if (!unknown && !errors) return answer;
  const schema = definition.versions.get(versionOf(apiVersion))?.schema;
  const fields = unknown?.map((one) => ({ ...one, mayBeNewer: isNewerField(one.path, one.siblings, definition) }));
  for (const { path, mayBeNewer } of fields ?? []) if (mayBeNewer) restore(path, object, effective);
  return {
    ...answer,
    ...(fields && { unknown: fields }),
    ...(errors && { errors: errors.map((one) => ({ ...one, mayBeNewer: isNewerValue(one, schema, object) })) }),
  };
}

function versionOf(apiVersion: string): string {
  return apiVersion.split('/').at(-1) ?? '';
}

function verdictBy(manifest: object, { apiVersion, object, old, minor }: DefinedObjectRequest): DefinedObjectVerdict {
  const version = versionOf(apiVersion);
  const op = old === undefined ? 'create' : 'update';
  const answer = placedVerdictOn({ definition: manifest, op, version, object, old, minor });
  const { unknown, ...verdict } = op === 'create' ? asStored(answer, object) : answer;
  const definition = definitionOf(manifest);
  if (verdict.verdict === 'unserved') return { ...verdict, served: servedBy(definition) };
  const schema = definition.versions.get(version)?.schema;
  const templates = podTemplatesIn(schema);
  return {
    ...verdict,
    ...(templates.length > 0 && { templates }),
    ...(unknown && { unknown: unknown.map((path) => ({ path, siblings: namesBeside(path, schema) })) }),
  };
}

/** The store minds something in a new object that is fine otherwise. */
function asStored(answer: PlacedVerdict, object: unknown): PlacedVerdict {
  const metadata = isObject(object) ? own(object, 'metadata') : undefined;
  const resourceVersion = isObject(metadata) ? own(metadata, 'resourceVersion') : undefined;
  const message = typeof resourceVersion === 'string' ? storeProblem({ resourceVersion }) : undefined;
  if (answer.verdict !== 'accept' || !message) return answer;
  const at = FieldPath.root.child('metadata', 'resourceVersion');
  return { ...answer, verdict: 'reject', errors: [{ type: 'InternalError', field: fieldText(at), at, message }] };
}

function servedBy({ group, versions }: Definition): string[] {
  return [...versions.values()].filter(({ served }) => served).map(({ name }) => `${group}/${name}`);
}

/** The fields that the schema has where the path ends. */
function namesBeside(path: FieldPath, schema: Schema | undefined): string[] {
  return [...(schemaAt(path.holder, schema)?.properties.keys() ?? [])];
}
