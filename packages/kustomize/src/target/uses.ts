import { cleanPath, type FileSource } from '../files/file-tree.js';
import type { GeneratorEntry } from '../read/entries.js';
import type { KustomizationFile } from './kustomization-file.js';

/** What a kustomization takes in by itself, as far as it is there: files by their names, folders by their paths. */
export interface KustomizationUses {
  /** Its own file. */
  readonly file: string;
  readonly isComponent: boolean;
  /** Folders of other kustomizations. */
  readonly folders: readonly string[];
  /** Files of objects. */
  readonly objects: readonly string[];
  readonly patches: readonly string[];
  /** Data of generators, configurations and the like. */
  readonly others: readonly string[];
}

export function usesOf(file: KustomizationFile, folder: string, source: FileSource): KustomizationUses {
  const { fields } = file;
  const generators: readonly GeneratorEntry[] = [
    ...(fields.configMapGenerator ?? []),
    ...(fields.secretGenerator ?? []),
  ];
  const resources = file.resources.map(({ value }) => value);
  const found = (paths: readonly string[]) => paths.map((path) => source.find(cleanPath(`${folder}/${path}`)));
  const filesAt = (paths: readonly string[]): string[] =>
    found(paths).flatMap((at) => (at.type === 'file' ? [at.file.name] : []));
  const foldersAt = (paths: readonly string[]): string[] =>
    found(paths).flatMap((at) => (at.type === 'directory' ? [at.path] : []));
  const { generators: plugins = [], transformers = [], validators = [], configurations = [], crds = [] } = fields;
  const listed = [...plugins, ...transformers, ...validators];
  return {
    file: file.name,
    isComponent: file.kind === 'Component',
    folders: foldersAt([...resources, ...(fields.components ?? []), ...listed]),
    objects: filesAt(resources),
    patches: filesAt([
      ...(fields.patches ?? []).map(({ path }) => path),
      ...(fields.patchesStrategicMerge ?? []),
      ...(fields.patchesJson6902 ?? []).map(({ path }) => path),
    ]),
    others: filesAt([
      ...generators.flatMap(dataFiles),
      ...[...listed, ...configurations, ...crds],
      ...(fields.replacements ?? []).map(({ path }) => path),
      ...Object.values(fields.openapi ?? {}),
    ]),
  };
}

/** `key=path` or a path alone. */
function dataFiles({ files = [], envs = [], env }: GeneratorEntry): string[] {
  return [...files.map((file) => file.slice(file.indexOf('=') + 1)), ...envs, env];
}
