import { parseText, type JsonValue } from '@podlint/syntax';
import { withRole } from '../documents/file-roles.js';
import { isMapping } from '../documents/formats/format.js';
import type { SourceFile } from '../documents/source-file.js';

export interface PatchSurroundings {
  /** Files that kustomizations take in. */
  readonly taken: ReadonlySet<string>;
  /** Folders of kustomizations. */
  readonly folders: ReadonlySet<string>;
  readonly folderOf: (path: string) => string;
}

/**
 * The files, with those marked as patches that no kustomization names and that are patches all the same, by what they
 * hold and where they lie: nobody applies them as they are.
 */
export function markPatches(files: readonly SourceFile[], around: PatchSurroundings): readonly SourceFile[] {
  return files.map((file) => (isStrayPatch(file, around) ? withRole(file, 'kustomize patch') : file));
}

const patchName = /(?:^|\/)patches\/|(?:^|[/_.-])patch(?:[_.-][^/]*)?\.(?:ya?ml|json)$/i;

export function isStrayPatch(
  file: SourceFile,
  { taken, folders, folderOf }: PatchSurroundings,
): file is Extract<SourceFile, { readonly text: string }> {
  if (!('text' in file) || taken.has(file.path)) return false;
  if (/^[ \t-]*\$patch:/m.test(file.text)) return true;
  if (!isBeside(folderOf(file.path), folders)) return false;
  return patchName.test(file.path) ? hasObjectsOnly(file.text) : lacksImages(file.text);
}

/** In the folder of a kustomization, or in one right below it. */
function isBeside(folder: string, folders: ReadonlySet<string>): boolean {
  return folders.has(folder) || folders.has(folder.slice(0, folder.lastIndexOf('/')) || '/');
}

function objectsIn(text: string): readonly (JsonValue | undefined)[] {
  return parseText(text).documents.flatMap((document) => (document.root === undefined ? [] : [document.toJSON()]));
}

function hasObjectsOnly(text: string): boolean {
  return objectsIn(text).every((object) => isMapping(object) && object.kind !== undefined);
}

/** Containers, and no image in any of them: the server takes no such object, and kustomize fills it in. */
function lacksImages(text: string): boolean {
  if (!text.includes('ontainers:') || /\bimage:/.test(text)) return false;
  return objectsIn(text).some((object) => isMapping(object) && holdsContainers(object));
}

function holdsContainers(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some(holdsContainers);
  if (!isMapping(value)) return false;
  const { containers } = value;
  return (Array.isArray(containers) && containers.some(isMapping)) || Object.values(value).some(holdsContainers);
}
