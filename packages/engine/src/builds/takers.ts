import { Project } from '@podlint/kustomize/project';
import type { SourceFile } from '../documents/source-file.js';
import type { BuildTree } from './tree.js';
import { isFailure, Uses } from './uses.js';

/** What kustomizations take in, asked one by one. Folders are those of the tree. */
export class Takers {
  private readonly project: Project;
  private readonly uses: Uses;

  constructor(tree: BuildTree, files: readonly SourceFile[]) {
    this.project = new Project(tree.source(files));
    this.uses = new Uses(this.project);
  }

  /** Whether a kustomization names a file, by its name in the run. */
  names(folder: string, path: string): boolean {
    return this.uses.filesOf(folder).includes(path);
  }

  /**
   * Of some folders with kustomizations those that take one of others in, also through each other, as far as they can be
   * built: what fails says nothing of a file.
   */
  above(folders: readonly string[], taken: ReadonlySet<string>): ReadonlySet<string> {
    const users = new Map<string, string[]>();
    for (const folder of folders)
      for (const inner of this.uses.foldersIn(folder)) users.set(inner, [...(users.get(inner) ?? []), folder]);
    const found = new Set(taken);
    for (const folder of found) for (const user of users.get(folder) ?? []) found.add(user);
    const built = new Set([...found].filter((folder) => !this.uses.isComponent(folder) && this.canBeBuilt(folder)));
    if (built.size === 0) return built;
    return new Set([...found].filter((folder) => built.has(folder) || this.uses.isComponent(folder)));
  }

  private canBeBuilt(folder: string): boolean {
    return !isFailure(this.project.build(folder));
  }
}
