import type { CustomResources, DefinitionMeans, FileSettings, SourceFile } from '@podlint/engine';
import type { BuildTree } from '@podlint/engine/builds';
import type { FolderEntry } from '../features/kustomization/around.js';
import type { Settings } from './settings.js';

/**
 * What the server may find where it runs: a file system, or in a page nothing. Paths are absolute, with forward
 * slashes.
 */
export interface Disk {
  /** The manifests in a folder that `podlint` would check there. */
  manifestsIn(folder: string): readonly string[];
  /** Undefined for what is not there. */
  read(path: string): SourceFile | undefined;
  /** What is in a folder; empty for what is none. */
  entriesIn(folder: string): readonly FolderEntry[];
  /** The kustomizations around a file, in its repository. */
  kustomizationsNear(file: string): readonly string[];
  /** Whether another text of that file can change settings. */
  isConfig(path: string): boolean;
  /** Whether a kustomization lies beside a file, or in a folder above it. */
  isBelowKustomization(path: string): boolean;
  /** What kustomizations may name: the files of the workspace as the server knows them, and what is around them. */
  tree(workspace: TreeOfWorkspace): BuildTree;
  /** Puts a text where a client can open it, until the server ends; returns its URI. */
  temporary(name: string, text: string): string;
  isTemporary(uri: string): boolean;
  /** The config files as they are now, for files of a folder. */
  configs(folder: string, settings: Settings): ConfigFiles;
  /** Where definitions of custom resources come from, besides the files of the workspace. */
  readonly definitions: DefinitionMeans<CustomResources>;
}

interface TreeOfWorkspace {
  /** Folders are called by their way from one of these. */
  readonly folders: readonly string[];
  /** A file that the server knows, unsaved text before what is on disk. */
  readonly file: (path: string) => SourceFile | undefined;
}

/** Config files are read when they are first asked for. */
export interface ConfigFiles {
  /** What the config of a file says, or what is wrong with it. */
  settingsFor(path: string): FileSettings | ConfigProblems;
  isIgnored(path: string): boolean;
  named(): NamedInConfigs;
  /** Whether kustomizations are built. */
  readonly kustomize: 'on' | 'off';
}

/** What configs say of admission, and what is in the files that they name. */
export interface NamedInConfigs {
  /** CustomResourceDefinitions, of `crds`. */
  readonly definitions: readonly object[];
  /** Objects of `policies`. */
  readonly policies: readonly object[];
  /** What `enableAdmissionPlugins` says. */
  readonly plugins: readonly string[];
}

/** Mistakes in config files. */
export interface ConfigProblems {
  readonly problems: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  /** The same in one text. */
  readonly text: string;
}
