import { kustomizationNames } from '@podlint/engine';
import { isRepositoryUrl } from '@podlint/kustomize/file';
import type { Range } from '@podlint/syntax';
import { uriOf } from '../../service/uris.js';
import type { FileView } from '../../service/file-view.js';
import type { Around } from './around.js';
import { placesIn, type FieldPlace } from './place.js';

/** What a field names: files of objects, folders, patches, data of a generator, or files of kustomize's own. */
export type PathUse = 'resource' | 'base' | 'component' | 'patch' | 'data' | 'lines' | 'options';

const uses: ReadonlyMap<string, PathUse> = new Map<string, PathUse>([
  ['Kustomization.resources', 'resource'],
  ['Kustomization.bases', 'base'],
  ['Kustomization.components', 'component'],
  ['Kustomization.patchesStrategicMerge', 'patch'],
  ['Patch.path', 'patch'],
  ['GeneratorArgs.files', 'data'],
  ['GeneratorArgs.envs', 'lines'],
  ['GeneratorArgs.env', 'lines'],
  ['Kustomization.crds', 'options'],
  ['Kustomization.configurations', 'options'],
  ['Kustomization.generators', 'options'],
  ['Kustomization.transformers', 'options'],
  ['Kustomization.validators', 'options'],
  ['ReplacementField.path', 'options'],
  ['HelmChart.valuesFile', 'options'],
  ['HelmChart.additionalValuesFiles', 'options'],
  ['HelmChartArgs.values', 'options'],
]);

/** `keys`: from the file's root. */
export function pathUse({ field, keys }: Pick<FieldPlace, 'field' | 'keys'>): PathUse | undefined {
  if (field === 'Kustomization.openapi') return keys.length === 2 && keys[1] === 'path' ? 'options' : undefined;
  return uses.get(field);
}

/** A path that a kustomization names. */
export interface NamedPath {
  readonly place: FieldPlace;
  readonly use: PathUse;
  /** As written, relative to the folder of the kustomization. */
  readonly path: string;
  /** In the file: of `key=path` only the path, without quotes. */
  readonly range: Range;
}

/** Of views, which never change: what takes what in is asked for again and again. */
const known = new WeakMap<FileView, readonly NamedPath[]>();

export function namedPaths(view: FileView): readonly NamedPath[] {
  let found = known.get(view);
  if (!found) known.set(view, (found = placesIn(view).flatMap((place) => namedPath(place) ?? [])));
  return found;
}

/** Undefined for what is remote, and for objects and patches that stand in the file itself. */
export function namedPath(place: FieldPlace): NamedPath | undefined {
  const use = pathUse(place);
  const { document, node } = place;
  const text = use && document.kind(node) === 'scalar' ? document.scalarText(node) : undefined;
  if (!use || !text || text.includes('\n')) return undefined;
  const path = use === 'data' ? text.slice(text.indexOf('=') + 1) : text;
  if (path === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(path) || isRepositoryUrl(path)) return undefined;
  return { place, use, path, range: rangeOf(place, text.length - path.length) };
}

function rangeOf({ document, node }: FieldPlace, skipped: number): Range {
  const { start, end } = document.rangeOf(node);
  const quotes = document.style(node).endsWith('quoted') ? 1 : 0;
  return { start: start + quotes + skipped, end: Math.max(end - quotes, start + quotes + skipped) };
}

export function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), 0));
}

/** A path that is given relative to a folder. The names of other schemes keep their slashes. */
export function resolved(folder: string, relative: string): string {
  if (relative.startsWith('/')) return relative;
  const segments = folder.split('/');
  for (const segment of relative.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** What a path leads to. */
export type Led =
  | { readonly what: 'file'; readonly path: string; readonly view: FileView | undefined }
  | {
      readonly what: 'folder';
      readonly path: string;
      readonly kustomization: string;
      readonly view: FileView | undefined;
    };

/** Undefined: nothing is known to be there. */
export function ledTo(folder: string, path: string, around: Around): Led | undefined {
  const at = resolved(folder, path);
  const file = around.workspace.anyFile(uriOf(at));
  if (file) return { what: 'file', path: at, view: file };
  const kustomization = kustomizationIn(at, around);
  if (kustomization) return { what: 'folder', path: at, ...kustomization };
  const name = at.slice(at.lastIndexOf('/') + 1);
  const isFile = around.entriesIn(folderOf(at)).some((entry) => entry.what === 'file' && entry.name === name);
  return isFile ? { what: 'file', path: at, view: undefined } : undefined;
}

export function kustomizationIn(
  folder: string,
  around: Around,
): { readonly kustomization: string; readonly view: FileView | undefined } | undefined {
  for (const name of kustomizationNames) {
    const view = around.workspace.anyFile(uriOf(`${folder}/${name}`));
    if (view) return { kustomization: view.path, view };
  }
  const entry = around.entriesIn(folder).find(({ name, what }) => what === 'file' && kustomizationNames.includes(name));
  return entry && { kustomization: `${folder}/${entry.name}`, view: undefined };
}
