import { own } from '@podlint/plain';
import type { FileSource } from '@podlint/kustomize/project';
import type { SourceFile } from '../documents/source-file.js';
import { editOf, type SaidEdit } from './argo-edit.js';
import { argoSourcesIn, type ArgoSource } from './argo-sources.js';
import { folderAt, placesOf } from './folder-at.js';
import type { BuildTree } from './tree.js';

/**
 * What Applications of Argo CD set in the kustomizations of folders before these are built, where the files of the run say
 * so of a folder in one way and what they point to is this repository.
 */
export function editsOfArgo(
  files: readonly SourceFile[],
  folders: readonly string[],
  tree: BuildTree,
): ReadonlyMap<string, SaidEdit> {
  const sources = argoSourcesIn(files);
  if (sources.length === 0) return new Map();
  const known = new Set(folders);
  const disk = tree.source(files);
  const said = new Map<string, ReturnType<typeof editOf>[]>();
  for (const source of sources) {
    const folder = folderAt(source.path, tree.folderOf(source.file.path), known);
    if (folder === undefined || !isKustomize(source) || !isHere(source, { sources, tree, disk })) continue;
    const edit = isOfNow(source) && !hasOwnFiles(folder, source, disk) ? editOf(source) : undefined;
    said.set(folder, [...(said.get(folder) ?? []), edit]);
  }
  return new Map([...said].flatMap(([folder, edits]) => agreed(edits).map((edit) => [folder, edit] as const)));
}

/** Where all of them say the same. */
function agreed(edits: readonly ReturnType<typeof editOf>[]): SaidEdit[] {
  const [first] = edits;
  if (!first || first === 'nothing') return [];
  return edits.every((edit) => edit && edit !== 'nothing' && edit.words === first.words) ? [first] : [];
}

function isKustomize({ said }: ArgoSource): boolean {
  return ['chart', 'helm', 'directory', 'plugin'].every((name) => own(said, name) === undefined);
}

/** A tag or a commit is what the repository was. */
function isOfNow({ said: { targetRevision = '' } }: ArgoSource): boolean {
  return typeof targetRevision === 'string' && !/^v?\d|^[0-9a-f]{7,40}$|^refs\/tags\//.test(targetRevision);
}

/** What is put over the Application (reposerver/repository/repository.go, mergeSourceParameters). */
function hasOwnFiles(folder: string, { name = '' }: ArgoSource, disk: FileSource): boolean {
  return ['.argocd-source.yaml', `.argocd-source-${name}.yaml`].some(
    (file) => disk.find(`${folder}/${file}`).type === 'file',
  );
}

interface Around {
  readonly sources: readonly ArgoSource[];
  readonly tree: BuildTree;
  readonly disk: FileSource;
}

/**
 * By the name of the repository, which forks and mirrors keep. Where it is not known what this one is called, everything
 * that is said to be in the other one has to be here.
 */
function isHere({ repoURL, file }: ArgoSource, { sources, tree, disk }: Around): boolean {
  const remotes = tree.remotesOf?.(file.path) ?? [];
  if (remotes.length > 0) return remotes.some((remote) => nameOf(remote) === nameOf(repoURL));
  return sources
    .filter((other) => nameOf(other.repoURL) === nameOf(repoURL))
    .every((other) => isThere(other.path, tree.folderOf(other.file.path), disk));
}

function nameOf(url: string): string {
  const name = url.split(/[/:]/).findLast((part) => part !== '') ?? '';
  return name.replace(/\.git$/, '').toLowerCase();
}

function isThere(path: string, from: string, disk: FileSource): boolean {
  if (/^[./]*$/.test(path)) return true;
  return placesOf(path, from).some((place) => disk.find(place).type !== 'nothing');
}
