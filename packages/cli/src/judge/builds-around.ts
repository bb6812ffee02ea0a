import path from 'node:path';
import type { SourceFile } from '@podlint/engine';
import { DiskTree, kustomizationsAbove, kustomizationsAround, readSource, type LoadedFile } from '@podlint/workspace';

/** A file that is read beside those of a run. */
type FileBeside = Pick<LoadedFile, 'absolute'> & { readonly source: SourceFile };

/**
 * The kustomizations that take in files which the user names, in their folders, above them, and, through bases, around
 * them: the files are judged as what these make of them. A run that names folders has those in them.
 */
export async function kustomizationsOf(
  paths: readonly string[],
  files: readonly LoadedFile[],
  cwd: string,
): Promise<readonly FileBeside[]> {
  const named = new Set(paths.map((name) => path.resolve(cwd, name)));
  const own = files.filter(({ absolute }) => absolute !== undefined && named.has(absolute));
  const above = own.map((file) => ({ file, kustomizations: kustomizationsAbove(file.absolute ?? '') }));
  if (above.every(({ kustomizations }) => kustomizations.length === 0)) return [];
  const { Takers } = await import('@podlint/engine/builds');
  const tree = new DiskTree(cwd);
  const takers = new Takers(
    tree,
    files.map(({ source }) => source),
  );
  const folderOf = (kustomization: string): string => tree.folderOf(kustomization);
  const direct = above.flatMap(({ file, kustomizations }) =>
    kustomizations.filter((one) => takers.names(folderOf(one), file.source.path)),
  );
  if (direct.length === 0) return [];
  const around = [...new Set([...direct, ...kustomizationsAround(direct)])];
  const taking = takers.above(around.map(folderOf), new Set(direct.map(folderOf)));
  const known = new Set(files.map(({ absolute }) => absolute));
  return around
    .filter((one) => taking.has(folderOf(one)) && !known.has(one))
    .flatMap((absolute) => {
      const source = readSource(absolute, nameOf(absolute, cwd));
      return source ? [{ source, absolute }] : [];
    });
}

function nameOf(absolute: string, cwd: string): string {
  return path.relative(cwd, absolute).replaceAll(path.sep, '/');
}
