import type { SourceFile } from '@podlint/engine';
import type { BuildTree, Found } from '@podlint/engine/builds';

/** A tree below `/` of the files of the run alone, whatever is on the disk. */
export function treeOf(): BuildTree {
  const nameOf = (place: string): string => place.slice(1);
  return { folderOf, nameOf, source: (files) => ({ nameOf, find: (place) => found(files, place) }) };
}

function folderOf(path: string): string {
  return `/${path.split('/').slice(0, -1).join('/')}`;
}

function found(files: readonly SourceFile[], place: string): Found {
  const path = place.slice(1);
  const file = files.find((one) => one.path === path);
  if (file && 'text' in file)
    return { type: 'file', directory: folderOf(path), file: { path: place, name: path, content: file.text } };
  const isFolder = files.some((one) => one.path.startsWith(`${path}/`));
  return isFolder ? { type: 'directory', path: place } : { type: 'nothing' };
}
