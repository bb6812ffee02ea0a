import { Project, type KustomizationUses } from '@podlint/kustomize/project';
import type { SourceFile } from '../documents/source-file.js';
import { isFailure } from './plan.js';
import type { BuildTree } from './tree.js';

/** What kustomizations take in, asked one by one. Folders are those of the tree. */
export class Takers {
  private readonly project: Project;
  private readonly known = new Map<string, KustomizationUses | undefined>();

  constructor(tree: BuildTree, files: readonly SourceFile[]) {
    this.project = new Project(tree.source(files));
  }

  /** Whether a kustomization names a file, by its name in the run. */
  names(folder: string, path: string): boolean {
    const uses = this.usesOf(folder);
    return uses !== undefined && [uses.file, ...uses.objects, ...uses.patches, ...uses.others].includes(path);
  }

  /**
   * Of some folders with kustomizations those that take one of others in, also through each other, as far as they can be
   * built: what fails says nothing of a file.
   */
  above(folders: readonly string[], taken: ReadonlySet<string>): ReadonlySet<string> {
    const users = new Map<string, string[]>();
    for (const folder of folders)
      for (const inner of this.usesOf(folder)?.folders ?? []) users.set(inner, [...(users.get(inner) ?? []), folder]);
    const found = new Set(taken);
    for (const folder of found) for (const user of users.get(folder) ?? []) found.add(user);
    const built = new Set([...found].filter((folder) => !this.isComponent(folder) && this.canBeBuilt(folder)));
    if (built.size === 0) return built;
    return new Set([...found].filter((folder) => built.has(folder) || this.isComponent(folder)));
  }

  private isComponent(folder: string): boolean {
    return this.usesOf(folder)?.isComponent ?? false;
  }

  private canBeBuilt(folder: string): boolean {
    return !isFailure(this.project.build(folder));
  }

  private usesOf(folder: string): KustomizationUses | undefined {
    if (!this.known.has(folder)) {
      const uses = this.project.uses(folder);
      this.known.set(folder, isFailure(uses) ? undefined : uses);
    }
    return this.known.get(folder);
  }
}
