import { FieldPath, type Kind, type Minor, type PodTemplate, podTemplateOf } from '@podlint/model';
import type { SchemaProblem } from '@podlint/schema';
import { judgedKinds } from '@podlint/schemas';
import type { JsonValue, NodeId, YamlDocument } from '@podlint/syntax';
import type { FieldError } from '@podlint/validation';
import { validateCreate, type CreateResult } from '../admit/create.js';
import { decode } from '../admit/decode.js';
import type { Embedding, PodTemplateJson, TemplatePlaces } from './embedding.js';
import { embeddingOf, kindWithTemplate, placesIn } from './find.js';
import { rebased } from './rebase.js';

/** It has metadata, as every object does. */
const podTemplate = judgedKinds['core.v1.PodTemplate'];

type Json = { [key: string]: JsonValue };

/** An object of a kind that Kubernetes does not know, in its document. */
export interface ForeignObject {
  readonly document: YamlDocument;
  readonly node: NodeId;
  readonly apiVersion: string;
  readonly kind: string;
  /** Given away: it is changed. */
  readonly json: JsonValue;
}

export interface TemplateVerdict extends Partial<CreateResult> {
  readonly problems: readonly SchemaProblem[];
  /** What rules can look at; absent where the template does not decode, and where there are several. */
  readonly decoded?: { readonly kind: Kind; readonly value: Json };
  /** The same of kinds that have several, or parts of some. */
  readonly templates?: readonly PlacedTemplate[];
}

/** A template in an object, or a part of one. */
export interface PlacedTemplate extends Pick<TemplatePlaces, 'part' | 'pods'> {
  readonly path: FieldPath;
  /** With the server's defaults. */
  readonly value: PodTemplate;
}

/** What comes of the pod template of an object whose kind embeds a whole one; undefined where it has none. */
export function judgeEmbeddedTemplate(object: ForeignObject, minor: Minor): TemplateVerdict | undefined {
  const { apiVersion, kind: name, json } = object;
  const embedding = embeddingOf(apiVersion, name);
  const kind = kindWithTemplate(apiVersion, name);
  if (!embedding || !kind || placesIn(json, kind.podTemplate ?? []).length === 0) return undefined;
  const { value, problems, undecodable } = decodePart(object, embedding, minor);
  if (undecodable) return { problems };
  const template = podTemplateOf(embedding.like, value) as PodTemplateJson;
  embedding.complete?.(template);
  const result = validatePart(embedding, value, minor);
  const mends = (error: FieldError): boolean => embedding.mends?.(error, json as Json) ?? false;
  const rebase = rebased(embedding.makes ?? embedding.like, FieldPath.root.below(kind.podTemplate ?? []));
  return {
    problems,
    errors: result.errors.flatMap((error) => rebase.error(error)).filter((error) => !mends(error)),
    warnings: result.warnings.flatMap((warning) => rebase.warning(warning)),
    dropped: result.dropped.flatMap((field) => rebase.dropped(field)),
    decoded: { kind, value: wholeOf(object, embedding, value, minor) },
  };
}

/** The part of the object that is like one of a built-in kind; its problems are placed in the object. */
function decodePart(
  { document, node, kind, json }: ForeignObject,
  embedding: Embedding,
  minor: Minor,
): ReturnType<typeof decode> {
  const { within, like } = embedding;
  const base = FieldPath.root.below(within);
  const start = base.segments.reduce<NodeId>((at, name) => document.child(at, name) ?? at, node);
  const [part] = placesIn(json, within);
  const picked = pickedOf({ ...part?.json }, embedding);
  const decoding = decode(document, start, picked, { kind, definition: like.definition }, minor);
  return { ...decoding, problems: decoding.problems.map((problem) => placedBelow(problem, base)) };
}

export function placedBelow(problem: SchemaProblem, base: FieldPath): SchemaProblem {
  return { ...problem, path: problem.path.rebase(FieldPath.root, base) };
}

/** The fields that are looked at. */
function pickedOf(part: Json, { like, takes, moreFields = [] }: Embedding): Json {
  const from = takes ? (part['spec'] as Json) : part;
  const names = takes ?? like.podTemplate ?? [];
  const picked = Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
  const object: Json = takes ? { spec: picked } : picked;
  const [spec] = placesIn(object, [...(like.podTemplate ?? []), 'spec']);
  for (const name of moreFields) if (spec) Reflect.deleteProperty(spec.json, name);
  return object;
}

/** A name that every kind takes. */
const standIn = { name: 'x' };

function validatePart({ like, makes = like }: Embedding, value: Json, minor: Minor): CreateResult {
  if (makes === like) return validateCreate(like, { ...value, metadata: { ...standIn } }, minor);
  return validateCreate(makes, { metadata: { ...standIn }, spec: { template: value['template'] } }, minor);
}

/** As much of the object as is known: its metadata, and the part that was decoded. */
function wholeOf(
  { document, node, apiVersion, kind, json }: ForeignObject,
  { within }: Embedding,
  part: Json,
  minor: Minor,
): Json {
  const [written] = placesIn(json, ['metadata']);
  const named: Json = written ? { metadata: written.json } : {};
  const { metadata = {} } = decode(document, node, named, { kind, definition: podTemplate.definition }, minor).value;
  const below = within.toReversed().reduce<Json>((inner, name) => ({ [name]: inner }), part);
  return { ...below, apiVersion, kind, metadata };
}
