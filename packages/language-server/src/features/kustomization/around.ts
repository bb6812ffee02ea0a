import type { WorkspaceView } from '../../service/file-view.js';

export interface FolderEntry {
  readonly name: string;
  readonly what: 'file' | 'folder';
}

/** What there is beside a kustomization: the files that are known, and what is on disk where there is one. */
export interface Around {
  readonly workspace: WorkspaceView;
  /** What is in a folder on disk; empty for what is none, and where there is no disk. */
  entriesIn(folder: string): readonly FolderEntry[];
  /** The kustomizations near a file on disk. */
  kustomizationsNear(file: string): readonly string[];
}
