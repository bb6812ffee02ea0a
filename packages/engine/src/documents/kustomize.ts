import { parseText, type JsonValue } from '@podlint/syntax';
import { isMapping } from './formats/format.js';
import type { FileRole, SourceFile } from './source-file.js';

const kustomizationName = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;

/** Whether a file has the name of a kustomization. */
export function isKustomizationName(path: string): boolean {
  return kustomizationName.test(path);
}

/** Kustomize's own API, of any version. */
export const kustomizeApi = 'kustomize.config.k8s.io/';

/**
 * The API that a file with the name of a kustomization says it is of, kustomize's own where it says none: Flux has a kind
 * of that name, which kustomize does not read. Undefined for a template, which is no kustomization before it was rendered.
 */
export function apiOfKustomization(text: string): string | undefined {
  if (/\{\{|\{%/.test(text)) return undefined;
  return /^["']?apiVersion["']?:[ \t]*["']?([^\s"'#]+)/im.exec(text)?.[1] ?? kustomizeApi;
}

/** The names that kustomize looks for in a folder (RecognizedKustomizationFileNames, api/konfig). */
export const kustomizationNames: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/**
 * The files that a kustomization takes for patches, as it names them: relative to its own folder. Patches written in it
 * itself are none.
 */
export function patchesNamedIn(kustomization: string): string[] {
  const [document] = parseText(kustomization).documents;
  const root = document?.root === undefined ? undefined : document.toJSON();
  if (!isMapping(root)) return [];
  const { patches, patchesStrategicMerge, patchesJson6902 } = root;
  return [...pathsIn(patches), ...pathsIn(patchesJson6902), ...listIn(patchesStrategicMerge)].filter(
    (path): path is string => typeof path === 'string' && !path.includes('\n'),
  );
}

function pathsIn(patches: JsonValue | undefined): (JsonValue | undefined)[] {
  return listIn(patches).flatMap((patch) => (isMapping(patch) ? [patch.path] : []));
}

function listIn(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** Which files the kustomizations among some files take for patches. */
export class PatchNames {
  private readonly namedBy = new Map<string, readonly string[]>();
  private known: ReadonlySet<string> | undefined;

  /** Returns whether the file has a say in it. */
  set(file: SourceFile): boolean {
    if (!isKustomizationName(file.path)) return false;
    this.known = undefined;
    this.namedBy.set(
      file.path,
      'text' in file ? patchesNamedIn(file.text).map((patch) => resolved(file.path, patch)) : [],
    );
    return true;
  }

  /** Returns whether the file had a say in it. */
  remove(path: string): boolean {
    this.known = undefined;
    return this.namedBy.delete(path);
  }

  /** The file, marked if it is a patch. */
  marked(file: SourceFile): SourceFile {
    this.known ??= new Set([...this.namedBy.values()].flat());
    return 'text' in file && this.known.has(file.path) ? asPatch(file) : file;
  }
}

export function roleOf(file: SourceFile): FileRole | undefined {
  return 'text' in file ? file.role : undefined;
}

/** The files, with those marked that a kustomization among them takes for patches. */
export function withPatchesMarked(files: readonly SourceFile[]): readonly SourceFile[] {
  const names = new PatchNames();
  for (const file of files) names.set(file);
  return files.map((file) => names.marked(file));
}

/** Not a plain copy: the text may be one that is read when it is asked for. */
export function asPatch(file: Extract<SourceFile, { readonly text: string }>): SourceFile {
  return {
    path: file.path,
    get text() {
      return file.text;
    },
    role: 'kustomize patch',
  };
}

/** A path that is given relative to the folder of a file. */
function resolved(from: string, relative: string): string {
  const segments = from.split('/').slice(0, -1);
  for (const segment of relative.split('/')) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
