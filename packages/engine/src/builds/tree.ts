import type { FileSource } from '@podlint/kustomize/project';
import type { SourceFile } from '../documents/source-file.js';

/** The files around those of a run, which builds may need beside them. */
export interface BuildTree {
  /** The folder of a file of the run, as an absolute path of the tree. */
  folderOf(path: string): string;
  /** A folder of the tree as it is reported. */
  nameOf(folder: string): string;
  /** The addresses of the repository that a file of the run is in; none where they are not known. */
  remotesOf?(file: string): readonly string[];
  /** Everything that can be read, the files of the run with their texts as they are now. */
  source(files: readonly SourceFile[]): FileSource;
}
