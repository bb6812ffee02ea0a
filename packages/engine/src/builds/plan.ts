import type { BuildFailure, Project, ProjectBuild, Substitution } from '@podlint/kustomize/project';
import { isFailure, Uses } from './uses.js';

/** A kustomization that was built, or why it could not be. */
export interface RootBuild {
  readonly folder: string;
  /** Names of all files that it takes in, its bases and components included. */
  readonly takes: ReadonlySet<string>;
  readonly result: ProjectBuild | BuildFailure;
}

/**
 * Builds what no other kustomization takes in. Where that fails, what it would have taken in is built by itself, so that
 * one mistake does not hide all others.
 */
export class BuildPlan {
  readonly builds: RootBuild[] = [];
  readonly uses: Uses;
  private readonly covered = new Set<string>();

  constructor(
    private readonly project: Project,
    /** The folders of the kustomizations of the run. */
    folders: readonly string[],
    /** By folder: what is filled in after its build. */
    readonly substitutions: ReadonlyMap<string, Substitution>,
  ) {
    this.uses = new Uses(project);
    const taken = new Set(folders.flatMap((folder) => this.uses.foldersIn(folder)));
    const buildable = folders.filter((folder) => !this.uses.isComponent(folder));
    for (const folder of buildable) if (!taken.has(folder)) this.build(folder);
    // What only builds that fail take in, and what goes round in a circle.
    for (const folder of buildable) if (!this.covered.has(folder)) this.build(folder);
  }

  private build(folder: string): void {
    const result = this.project.build(folder, this.substitutions.get(folder));
    const { files, folders } = this.uses.closure(folder);
    this.builds.push({ folder, takes: files, result });
    this.covered.add(folder);
    if (!isFailure(result)) for (const inner of folders) this.covered.add(inner);
  }
}
