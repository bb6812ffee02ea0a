import { FieldPath, type Minor, type PodTemplate } from '@podlint/model';
import { definitionOf } from '@podlint/schema';
import { judgedKinds } from '@podlint/schemas';
import type { NodeId, YamlDocument } from '@podlint/syntax';
import type { FieldError } from '@podlint/validation';
import { validateCreate } from '../admit/create.js';
import { decode } from '../admit/decode.js';
import type { TemplatePlaces } from './embedding.js';
import { placesIn, type PlacedJson } from './find.js';
import { placedBelow, type ForeignObject, type PlacedTemplate, type TemplateVerdict } from './judge.js';
import { rebased } from './rebase.js';

/** What the parts are judged as. */
const kindOfPods = { podTemplate: judgedKinds['core.v1.PodTemplate'], jobs: judgedKinds['batch.v1.Job'] };

/** What can be said of the pods in an object that has several, or parts of some; undefined without any. */
export function judgePlacedTemplates(
  object: ForeignObject,
  all: readonly TemplatePlaces[],
  minor: Minor,
): TemplateVerdict | undefined {
  const verdicts = all.flatMap((templates) => {
    const places = templates.places.flatMap((way) => placesIn(object.json, way));
    return places.map((place) => judgePart(object, templates, place, minor));
  });
  if (verdicts.length === 0) return undefined;
  return {
    problems: verdicts.flatMap(({ problems }) => problems),
    errors: verdicts.flatMap(({ errors = [] }) => errors),
    warnings: verdicts.flatMap(({ warnings = [] }) => warnings),
    dropped: verdicts.flatMap(({ dropped = [] }) => dropped),
    templates: verdicts.flatMap(({ templates = [] }) => templates),
  };
}

function judgePart(
  object: ForeignObject,
  of: TemplatePlaces,
  { segments, json }: PlacedJson,
  minor: Minor,
): TemplateVerdict {
  const { document, node, kind } = object;
  const base = FieldPath.fromJSON(segments);
  const start = nodeAlong(document, node, segments);
  if (start === undefined) return { problems: [] };
  const definition = of.part === 'spec' ? 'core.v1.PodSpec' : 'core.v1.PodTemplateSpec';
  const written = of.part === 'spec' ? fieldsOfPods(json) : { ...json };
  const { value, problems, undecodable } = decode(document, start, written, { kind, definition }, minor);
  const placed = problems.map((problem) => placedBelow(problem, base));
  if (undecodable) return { problems: placed };
  const template = (of.part === 'spec' ? { spec: value } : value) as PodTemplate;
  of.complete?.(template);
  const isWritten = (path: FieldPath): boolean => nodeAlong(document, node, path.segments) !== undefined;
  return {
    problems: placed,
    ...withoutMended(checked(template, of, base, minor, isWritten), of, object),
    templates: [{ ...pick(of), path: base, value: template }],
  };
}

type Checked = Omit<TemplateVerdict, 'problems'>;

function withoutMended(found: Checked, { mends }: TemplatePlaces, { json }: ForeignObject): Checked {
  return mends
    ? {
        ...found,
        errors: found.errors?.filter((error) => !mends(error, json as Readonly<Record<string, unknown>>)) ?? [],
      }
    : found;
}

function pick({ part, pods }: TemplatePlaces): Pick<PlacedTemplate, 'part' | 'pods'> {
  return { part, pods };
}

/** What the server would say of the pods; of those that are merged with others, only what is wrong in any. */
function checked(
  template: PodTemplate,
  { makes, part, pods }: TemplatePlaces,
  base: FieldPath,
  minor: Minor,
  isWritten: (path: FieldPath) => boolean,
): Checked {
  const kind = makes === 'jobs' ? kindOfPods.jobs : kindOfPods.podTemplate;
  const standIn = makes === 'jobs' ? { spec: { template } } : { template };
  const { errors, warnings, dropped } = validateCreate(kind, { metadata: { name: 'x' }, ...standIn }, minor);
  const rebase = rebased(kind, base);
  const inPart = errors
    .flatMap((error) => rebase.error(error))
    .map((error) => (part === 'spec' ? inSpec(error, base) : error));
  if (pods !== 'whole')
    return { errors: inPart.filter((error) => isWrongAnyway(error) && isWritten(error.field)).map(withoutPlace) };
  return {
    errors: inPart,
    warnings: warnings.flatMap((warning) => rebase.warning(warning)),
    dropped: dropped.flatMap((field) => rebase.dropped(field)),
  };
}

/** The part is the spec, so that there is none below it. */
function inSpec(error: FieldError, base: FieldPath): FieldError {
  const spec = base.child('spec');
  const { field, at } = error;
  return { ...error, field: field.rebase(spec, base), ...(at && { at: at.rebase(spec, base) }) };
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

function isWrongAnyway({ type }: FieldError): boolean {
  return ofValues.has(type);
}

function withoutPlace({ type, field, at, message, allowed }: FieldError): FieldError {
  return { type, field: at ?? field, message, ...(allowed && { allowed }) };
}
