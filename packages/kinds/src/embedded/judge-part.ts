import { FieldPath, type Minor } from '@podlint/model';
import { definitionOf } from '@podlint/schema';
import { judgedKinds } from '@podlint/schemas';
import type { NodeId, YamlDocument } from '@podlint/syntax';
import type { FieldError } from '@podlint/validation';
import { validateCreate } from '../admit/create.js';
import { decode } from '../admit/decode.js';
import type { PartialEmbedding } from './embedding.js';
import { partialEmbeddingOf, placesIn, type PlacedJson } from './find.js';
import { placedBelow, type ForeignObject, type TemplateVerdict } from './judge.js';

const podTemplate = judgedKinds['core.v1.PodTemplate'];

/** What can be said of the parts of pods in an object whose controller merges them into its own; undefined without any. */
export function judgeEmbeddedParts(object: ForeignObject, minor: Minor): TemplateVerdict | undefined {
  const embedding = partialEmbeddingOf(object.apiVersion, object.kind);
  const places = embedding?.places.flatMap((way) => placesIn(object.json, way)) ?? [];
  if (!embedding || places.length === 0) return undefined;
  const verdicts = places.map((place) => judgePart(object, embedding, place, minor));
  return {
    problems: verdicts.flatMap(({ problems }) => problems),
    errors: verdicts.flatMap(({ errors = [] }) => errors),
    warnings: [],
    dropped: [],
  };
}

function judgePart(
  { document, node, kind }: ForeignObject,
  { part }: PartialEmbedding,
  { segments, json }: PlacedJson,
  minor: Minor,
): TemplateVerdict {
  const base = FieldPath.fromJSON(segments);
  const start = nodeAlong(document, node, segments);
  if (start === undefined) return { problems: [] };
  const definition = part === 'spec' ? 'core.v1.PodSpec' : 'core.v1.PodTemplateSpec';
  const written = part === 'spec' ? fieldsOfPods(json) : { ...json };
  const { value, problems, undecodable } = decode(document, start, written, { kind, definition }, minor);
  const placed = problems.map((problem) => placedBelow(problem, base));
  if (undecodable) return { problems: placed };
  const template = part === 'spec' ? { spec: value } : value;
  const from = FieldPath.root.below(part === 'spec' ? ['template', 'spec'] : ['template']);
  const { errors } = validateCreate(podTemplate, { metadata: { name: 'x' }, template } as object, minor);
  const isWritten = (path: FieldPath): boolean => nodeAlong(document, node, path.segments) !== undefined;
  return {
    problems: placed,
    errors: errors.flatMap((error) => wrongInAnyPod(error, from, base)).filter(({ field }) => isWritten(field)),
  };
}

function nodeAlong(document: YamlDocument, from: NodeId, segments: readonly (string | number)[]): NodeId | undefined {
  return segments.reduce<NodeId | undefined>(
    (at, name) => (at === undefined ? undefined : document.child(at, name)),
    from,
  );
}

function fieldsOfPods(json: PlacedJson['json']): Record<string, PlacedJson['json'][string]> {
  const definition = definitionOf('core.v1.PodSpec') ?? {};
  return Object.fromEntries(Object.entries(json).filter(([name]) => Object.hasOwn(definition, name)));
}

/** Values that are wrong whatever they are merged with. */
const ofValues: ReadonlySet<string> = new Set(['FieldValueInvalid', 'FieldValueNotSupported', 'FieldValueTooLong']);

function wrongInAnyPod(error: FieldError, from: FieldPath, base: FieldPath): FieldError[] {
  const place = error.at ?? error.field;
  if (!ofValues.has(error.type) || !place.startsWith(from)) return [];
  const field = place.rebase(from, base);
  return [{ type: error.type, field, message: error.message, ...(error.allowed && { allowed: error.allowed }) }];
}
