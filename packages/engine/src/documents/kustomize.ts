import { parseText, type JsonValue } from '@podlint/syntax';
import { isMapping } from './formats/format.js';

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
