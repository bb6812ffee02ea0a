import { says } from '../messages.js';
import type { KeyPath } from '../node/key-path.js';
import { BuildFailure } from '../errors.js';
import type { SourceFile } from '../files/file-tree.js';
import type { Loader } from '../files/loader.js';
import type { Place, Step } from '../origin/place.js';
import { decode, fieldText, kustomizationRules, type DecodeProblem } from '../read/decode.js';
import type { JsonFile } from '../read/json-file.js';
import type { GeneratorEntry, ImageEntry } from '../read/entries.js';
import { kustomization, type Kustomization } from '../read/kustomization.js';

const fileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const versions = new Map([
  ['Kustomization', 'kustomize.config.k8s.io/v1beta1'],
  ['Component', 'kustomize.config.k8s.io/v1alpha1'],
]);

/** An entry of a list, and where it stands in the file. */
export interface Placed<T> {
  readonly value: T;
  readonly path: KeyPath;
}

/** A kustomization file that was read, with the old fields moved into the new ones (types/kustomization.go). */
export class KustomizationFile {
  readonly resources: readonly Placed<string>[];
  readonly images: readonly Placed<ImageEntry>[];

  constructor(
    readonly json: JsonFile,
    readonly fields: Kustomization,
    readonly kind: string,
  ) {
    this.resources = [...placed(fields.resources, ['resources']), ...placed(fields.bases, ['bases'])];
    this.images = [...placed(fields.images, ['images']), ...placed(fields.imageTags, ['imageTags'])];
  }

  get name(): string {
    return this.json.file.name;
  }

  placeOf(path: KeyPath): Place {
    return this.json.placeOf(path);
  }

  step(kind: string, path: KeyPath): Step {
    const { file, start, end } = this.placeOf(path);
    return { kind, file, field: fieldText(this.json.fieldOf(path)), range: { start, end } };
  }
}

export function placed<T>(values: readonly T[] | undefined, path: KeyPath): Placed<T>[] {
  return (values ?? []).map((value, i) => ({ value, path: [...path, i] }));
}

/** The old field `env` is one more of `envs`. */
export function withOldEnv<T extends GeneratorEntry>(entry: T): T {
  return entry.env === '' ? entry : { ...entry, envs: [...(entry.envs ?? []), entry.env] };
}

/** Finds and reads the kustomization of a folder (kusttarget.go, Load). */
export function loadKustomization(loader: Loader, read: (file: SourceFile) => JsonFile): KustomizationFile {
  const found = fileNames.map((name) => attemptLoad(loader, name)).filter((file) => file !== undefined);
  const [file] = found;
  if (!file)
    throw new BuildFailure('no-kustomization', says['no-kustomization']({ folder: loader.tree.nameOf(loader.root) }));
  if (found.length > 1)
    throw new BuildFailure(
      'many-kustomizations',
      says['many-kustomizations']({ folder: loader.tree.nameOf(loader.root) }),
      {
        file: found[1]!.name,
        start: 0,
        end: 0,
      },
    );
  const json = read(file);
  const { value: fields, problem } = decode(kustomization, json.value, kustomizationRules);
  if (problem) throw new BuildFailure(problem.errorClass, problem.message, placeOfProblem(problem, json));
  if (isEmpty(fields))
    throw new BuildFailure('empty-kustomization', says['empty-kustomization']({ path: file.name }), json.placeOf([]));
  return new KustomizationFile(json, fields, demandKind(fields, json));
}

/** A field that there is not is at fault itself, whatever its value. */
function placeOfProblem({ errorClass, path }: DecodeProblem, json: JsonFile): Place {
  return errorClass === 'unknown-field' ? json.namePlaceOf(path) : json.placeOf(path);
}

function attemptLoad(loader: Loader, name: string): SourceFile | undefined {
  try {
    return loader.load(name);
  } catch (error) {
    if (error instanceof BuildFailure) return undefined;
    throw error;
  }
}

/** Nothing but a kind and a version (CheckEmpty); old fields that hold nothing do not count. */
function isEmpty(fields: Kustomization): boolean {
  const old = new Set(['bases', 'imageTags', 'helmChartInflationGenerator']);
  return Object.entries(fields).every(([name, value]) => {
    if (name === 'kind' || name === 'apiVersion' || value === undefined || value === '') return true;
    return old.has(name) && Array.isArray(value) && value.length === 0;
  });
}

function demandKind({ kind: writtenKind, apiVersion }: Kustomization, json: JsonFile): string {
  const kind = writtenKind || 'Kustomization';
  const version = versions.get(kind);
  if (version === undefined) throw new BuildFailure('kustomization-kind', says.kind({ kind }), json.placeOf(['kind']));
  if (apiVersion !== '' && apiVersion !== version)
    throw new BuildFailure('kustomization-kind', says['api-version']({ kind, version }), json.placeOf(['apiVersion']));
  return kind;
}
