import { own } from '@podlint/plain';
import { parseText, type JsonValue } from '@podlint/syntax';
import { isMapping, mappingsIn } from './formats/format.js';

/** The names that Skaffold looks for (pkg/skaffold/util/config.go, ReadConfiguration). */
export const skaffoldNames: readonly string[] = ['skaffold.yaml', 'skaffold.yml'];

/** What a file of Skaffold's says of the images that it builds. */
export interface SkaffoldFile {
  /** Repositories, as manifests name them. */
  readonly images: readonly string[];
  /** Files or folders whose modules are built with it, relative to its own folder. */
  readonly requires: readonly string[];
}

/**
 * The artifacts of all modules and profiles in a file: which of them are used is said on a command line. A name with a
 * template in it is left out.
 */
export function skaffoldOf(text: string): SkaffoldFile {
  const modules = parseText(text).documents.flatMap((document) => {
    const module = document.root === undefined || document.problems.length > 0 ? undefined : document.toJSON();
    return isModule(module) ? [module] : [];
  });
  return {
    images: modules.flatMap((module) =>
      [module, ...mappings(module, 'profiles')].flatMap((part) => [...artifactsOf(part), ...patchedIn(part)]),
    ),
    requires: modules.flatMap((module) => mappings(module, 'requires').flatMap(({ path }) => texts(path))),
  };
}

type Mapping = Readonly<Record<string, JsonValue>>;

function isModule(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return isMapping(value) && typeof value.apiVersion === 'string' && value.apiVersion.startsWith('skaffold/');
}

/** `imageName` is what the first versions called it. */
function artifactsOf(part: Mapping): string[] {
  const { build } = part;
  if (!isMapping(build)) return [];
  return mappings(build, 'artifacts').flatMap(({ image, imageName }) => repositories(image ?? imageName));
}

/** `patches` of a profile are JSON patches of the module (pkg/skaffold/schema/profiles.go). */
function patchedIn(profile: Mapping): string[] {
  return mappings(profile, 'patches').flatMap(({ path, value }) => {
    if (typeof path !== 'string' || !/^\/build\/artifacts\/[^/]+(?:\/image)?$/.test(path)) return [];
    return repositories(isMapping(value) ? value.image : value);
  });
}

function repositories(image: JsonValue | undefined): string[] {
  return texts(image).flatMap((text) => (text.includes('{{') ? [] : [repositoryIn(text) ?? text]));
}

/**
 * The repository that an image names, as Skaffold compares it: in lower case, without the `ko://` and the tag. Undefined
 * with a digest: it leaves such an image as it is (pkg/skaffold/kubernetes/manifest/images.go, selectLocalManifestImages).
 */
export function repositoryIn(image: string): string | undefined {
  if (image.includes('@')) return undefined;
  const name = image.startsWith('ko://') ? image.slice('ko://'.length) : image;
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  return (colon < 0 ? name : name.slice(0, colon)).toLowerCase();
}

function mappings(part: Mapping, field: string): readonly Mapping[] {
  return mappingsIn(own(part, field)) ?? [];
}

function texts(value: JsonValue | undefined): string[] {
  return typeof value === 'string' && value !== '' ? [value] : [];
}
