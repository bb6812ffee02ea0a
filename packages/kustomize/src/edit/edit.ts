import { own, setOwn } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import type { KeyPath } from '../node/key-path.js';
import type { JsonFile } from '../read/json-file.js';
import { isFields, nameOf, sortedByName, type Entry, type Fields } from './entries.js';
import { setImages } from './images.js';
import type { KustomizationEdit } from './kustomization-edit.js';

/** Where a value comes from: from the edit, or from another place of the file. */
interface Origin {
  readonly of: 'edit' | 'file';
  readonly path: KeyPath;
}

/** By a path of the edited kustomization, as JSON. */
type Origins = Map<string, Origin>;

/** A kustomization as it is after an edit; undefined where `kustomize edit` would refuse it, or there is no mapping. */
export function editedFile(file: JsonFile, edit: KustomizationEdit): JsonFile | undefined {
  const { value } = file;
  if (!isFields(value)) return undefined;
  const origins: Origins = new Map();
  const fields = editedFields({ ...value }, edit, origins);
  if (!fields) return undefined;
  const originOf = (path: KeyPath): Origin => originAt(origins, path) ?? { of: 'file', path };
  return {
    ...file,
    value: fields,
    placeOf: (at) => {
      const { of, path } = originOf(at);
      return of === 'edit' ? edit.placeOf(path) : file.placeOf(path);
    },
    namePlaceOf: (at) => {
      const { of, path } = originOf(at);
      return of === 'edit' ? edit.placeOf(path) : file.namePlaceOf(path);
    },
    holds: (at) => {
      const { of, path } = originOf(at);
      return of === 'edit' || file.holds(path);
    },
    fieldOf: (at) => {
      const { of, path } = originOf(at);
      return of === 'edit' ? edit.fieldOf(path) : path;
    },
    textOf: (at) => (originOf(at).of === 'edit' ? edit.text : file.textOf(at)),
  };
}

/** In the order in which Argo CD asks for them: none of them depends on another. */
function editedFields(fields: Fields, edit: KustomizationEdit, origins: Origins): Fields | undefined {
  for (const name of ['namePrefix', 'nameSuffix', 'namespace'] as const) {
    const text = edit[name];
    if (text === undefined || text === '') continue;
    fields[name] = text;
    mark(origins, [name], [name]);
  }
  const images = edit.images?.length ? setImages(listIn(fields.images), edit.images) : [];
  if (!images) return undefined;
  if (images.length > 0) setAll(fields, 'images', images, origins);
  if (edit.replicas?.length) setAll(fields, 'replicas', setReplicas(listIn(fields.replicas), edit.replicas), origins);
  if (!addLabels(fields, edit, origins)) return undefined;
  if (!addPairs(fields, 'commonAnnotations', edit.annotations, ['annotations', 'pairs'], origins)) return undefined;
  addPatches(fields, edit.patches ?? [], origins);
  return fields;
}

function setAll(fields: Fields, name: 'images' | 'replicas', entries: readonly Entry[], origins: Origins): void {
  fields[name] = entries.map(({ value }) => value);
  for (const [at, { of, index }] of entries.entries())
    origins.set(JSON.stringify([name, at]), { of, path: [name, index] });
}

/** Sorted by name, as RunSetReplicas leaves them (kustomize/commands/edit/set/setreplicas.go). */
function setReplicas(present: readonly JsonValue[], asked: NonNullable<KustomizationEdit['replicas']>): Entry[] {
  const byName = new Map<string, Entry>();
  for (const [index, value] of present.entries()) byName.set(nameOf(value), { value, of: 'file', index });
  for (const [index, { name, count }] of asked.entries())
    byName.set(name, { value: { name, count }, of: 'edit', index });
  return sortedByName(byName);
}

/** False where a label is there already (kustomize/commands/edit/add/addmetadata.go, writeToMapEntry). */
function addLabels(fields: Fields, { labels }: KustomizationEdit, origins: Origins): boolean {
  const from = ['labels', 'pairs'];
  if (!labels?.withoutSelector) return addPairs(fields, 'commonLabels', labels, from, origins);
  const { pairs, force, includeTemplates = false } = labels;
  const present = listIn(fields.labels);
  const kin = present.findIndex((entry) => isLike(entry, includeTemplates));
  const entry = present[kin] ?? { includeSelectors: false, includeTemplates };
  const added = isFields(entry) ? { ...entry } : {};
  const at = kin < 0 ? present.length : kin;
  if (!addPairs(added, 'pairs', { pairs, force }, from, origins, ['labels', at])) return false;
  fields.labels = kin < 0 ? [...present, added] : present.map((one, index) => (index === kin ? added : one));
  if (kin < 0) mark(origins, ['labels', at], ['labels']);
  return true;
}

function isLike(entry: JsonValue, includeTemplates: boolean): boolean {
  if (!isFields(entry)) return false;
  const { includeSelectors = false, includeTemplates: templates = false, fields } = entry;
  return includeSelectors === false && templates === includeTemplates && fields === undefined;
}

function addPairs(
  fields: Fields,
  name: string,
  asked: KustomizationEdit['labels'],
  from: KeyPath,
  origins: Origins,
  at: KeyPath = [],
): boolean {
  if (!asked || Object.keys(asked.pairs).length === 0) return true;
  const present = own(fields, name);
  const before = isFields(present) ? present : {};
  if (!asked.force && Object.keys(asked.pairs).some((key) => Object.hasOwn(before, key))) return false;
  setOwn(fields, name, Object.fromEntries([...Object.entries(before), ...Object.entries(asked.pairs)]));
  for (const key of Object.keys(asked.pairs)) mark(origins, [...at, name, key], [...from, key]);
  if (Object.keys(before).length === 0) mark(origins, [...at, name], from);
  return true;
}

function addPatches(fields: Fields, patches: readonly JsonValue[], origins: Origins): void {
  if (patches.length === 0) return;
  const present = listIn(fields.patches);
  fields.patches = [...present, ...patches];
  for (const index of patches.keys()) mark(origins, ['patches', present.length + index], ['patches', index]);
}

function mark(origins: Origins, path: KeyPath, from: KeyPath): void {
  origins.set(JSON.stringify(path), { of: 'edit', path: from });
}

/** Of a path, or of one around it, with the rest of the way behind it. */
function originAt(origins: Origins, path: KeyPath): Origin | undefined {
  for (let length = path.length; length > 0; length--) {
    const from = origins.get(JSON.stringify(path.slice(0, length)));
    if (from) return { of: from.of, path: [...from.path, ...path.slice(length)] };
  }
  return undefined;
}

function listIn(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
