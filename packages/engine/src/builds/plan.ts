import type { Around, BuildFailure, Project, ProjectBuild } from '@podlint/kustomize/project';
import type { SaidOfFolders } from './hook.js';
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
    /** What is done around the builds of folders. */
    private readonly said: SaidOfFolders,
  ) {
    this.uses = new Uses(project);
    const taken = new Set(folders.flatMap((folder) => this.uses.foldersIn(folder)));
    const buildable = folders.filter((folder) => !this.uses.isComponent(folder));
    for (const folder of buildable) if (!taken.has(folder)) this.build(folder);
    // What only builds that fail take in, and what goes round in a circle.
    for (const folder of buildable) if (!this.covered.has(folder)) this.build(folder);
  }

  /** What is done around the build of a folder. */
  aroundOf(folder: string): Around {
    return { edit: this.said.edits.get(folder), substitution: this.said.substitutions.get(folder) };
  }

  /** What an edit breaks, nobody may have built: the folder is judged as it is. */
  private resultOf(folder: string): RootBuild['result'] {
    const { edit, substitution } = this.aroundOf(folder);
    const result = this.project.build(folder, { edit, substitution });
    return edit && isFailure(result) ? this.project.build(folder, { substitution }) : result;
  }

  private build(folder: string): void {
    const result = this.resultOf(folder);
    const { files, folders } = this.uses.closure(folder);
    this.builds.push({ folder, takes: files, result });
    this.covered.add(folder);
    if (!isFailure(result)) for (const inner of folders) this.covered.add(inner);
  }
}
