import { FieldPath } from '@podlint/field-path';
import { startupTimeAnnotation } from '@podlint/kubelet';
import { own } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import { isMapping, mappingsIn } from '../documents/formats/format.js';
import type { SourceObject } from '../documents/objects.js';
import { podTemplateIn } from '../documents/pod-template.js';
import { nodeAt, placeOfKey } from '../findings/locate.js';
import type { InspectedFile } from '../verdict/inspected.js';
import { nearestId } from '../settings/suggest.js';
import { disableAnnotation } from './annotations.js';
import type { WrittenId } from './id-list.js';

const prefix = 'podlint.io/';
/** What is surely meant for podlint, also with another domain. */
const ofPodlint = /^podlint(?:\.[\w.-]*)?\//;

/** An annotation of podlint's own that nothing reads. */
export interface NeedlessAnnotation {
  readonly object: number;
  readonly path: FieldPath;
  readonly name: WrittenId;
  /** Whose metadata it belongs into, where it is one that podlint reads there. */
  readonly belongs: 'object' | 'template' | undefined;
  /** The one that was meant. */
  readonly nearest: string | undefined;
}

/** The annotations of podlint's own that are misspelt, or stand where nothing looks for them. */
export function needlessAnnotations({ text, objects }: InspectedFile): NeedlessAnnotation[] {
  if (!text.includes('podlint')) return [];
  return objects.flatMap(({ document, object }, position) => {
    if (!object) return [];
    const reading = readingOf(object);
    const known = [...new Set([...reading.object, ...reading.template])];
    return annotationsIn(object.json(), FieldPath.root).flatMap((path) => {
      const id = String(path.segment);
      const node = nodeAt(document, object.node, path);
      if (node === undefined || reading.isRead(path.holder.holder.holder, id)) return [];
      const belongs = (['object', 'template'] as const).find((place) => reading[place].has(id));
      const nearest = nearestId(id, known) ?? (/start/i.test(id) ? known.find(isStartupTime) : undefined);
      return [{ object: position, path, name: { id, range: placeOfKey(document, node) }, belongs, nearest }];
    });
  });
}

interface Reading {
  readonly object: ReadonlySet<string>;
  readonly template: ReadonlySet<string>;
  /** Whether a name is read in the metadata of what is at a path. */
  readonly isRead: (holder: FieldPath, id: string) => boolean;
}

function isStartupTime(id: string): boolean {
  return id.startsWith(startupTimeAnnotation(''));
}

const nothing: ReadonlySet<string> = new Set();

/** What podlint reads of an object, and of the template of its Pods. */
function readingOf(object: SourceObject): Reading {
  const names = podTemplateIn(object);
  const template = names && FieldPath.root.below(names);
  const times = template ? containerNames(valueAt(object.json(), names)).map(startupTimeAnnotation) : [];
  const isPod = names?.length === 0;
  const ofObject = new Set([disableAnnotation, ...(isPod ? times : []), ...sourceOf(object)]);
  const ofTemplate = isPod || !template ? nothing : new Set([disableAnnotation, ...times]);
  const isRead = (holder: FieldPath, id: string): boolean => {
    if (holder.equals(FieldPath.root)) return ofObject.has(id);
    if (template?.equals(holder)) return ofTemplate.has(id);
    // Objects of other kinds may have several templates.
    return object.description.status === 'other' && isStartupTime(id);
  };
  return { object: ofObject, template: ofTemplate, isRead };
}

/** Of a definition: the module that it comes from (packages/crds). */
function sourceOf({ description }: SourceObject): string[] {
  return description.kind === 'CustomResourceDefinition' ? [`${prefix}source`] : [];
}

function containerNames(template: JsonValue | undefined): string[] {
  const spec = isMapping(template) ? template.spec : undefined;
  const lists = isMapping(spec) ? [spec.containers, spec.initContainers] : [];
  return lists
    .flatMap((list) => (list === undefined ? [] : (mappingsIn(list) ?? [])))
    .flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
}

function valueAt(value: JsonValue, names: readonly string[]): JsonValue | undefined {
  return names.reduce<JsonValue | undefined>((at, name) => (isMapping(at) ? own(at, name) : undefined), value);
}

/** The paths of podlint's annotations in all metadata of a value. */
function annotationsIn(value: JsonValue, path: FieldPath): FieldPath[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => annotationsIn(item, path.index(index)));
  if (!isMapping(value)) return [];
  const annotations = isMapping(value.metadata) ? value.metadata.annotations : undefined;
  const written = isMapping(annotations) ? Object.keys(annotations).filter((name) => ofPodlint.test(name)) : [];
  return [
    ...written.map((name) => path.child('metadata', 'annotations').key(name)),
    ...Object.entries(value).flatMap(([name, inner]) => annotationsIn(inner, path.child(name))),
  ];
}
