import {
  Project,
  type BuildFailure,
  type KustomizationUses,
  type ProjectBuild,
  type Substitution,
} from '@podlint/kustomize/project';

/** A kustomization that was built, or why it could not be. */
export interface RootBuild {
  readonly folder: string;
  /** Names of all files that it takes in, its bases and components included. */
  readonly takes: ReadonlySet<string>;
  readonly result: ProjectBuild | BuildFailure;
}

export function isFailure(result: object): result is BuildFailure {
  return 'errorClass' in result;
}

/**
 * Builds what no other kustomization takes in. Where that fails, what it would have taken in is built by itself, so that
 * one mistake does not hide all others.
 */
export class BuildPlan {
  readonly builds: RootBuild[] = [];
  private readonly uses = new Map<string, KustomizationUses | BuildFailure>();
  private readonly covered = new Set<string>();

  constructor(
    private readonly project: Project,
    /** The folders of the kustomizations of the run. */
    folders: readonly string[],
    /** By folder: what is filled in after its build. */
    private readonly substitutions: ReadonlyMap<string, Substitution>,
  ) {
    const taken = new Set(folders.flatMap((folder) => this.foldersIn(folder)));
    const buildable = folders.filter((folder) => !this.isComponent(folder));
    for (const folder of buildable) if (!taken.has(folder)) this.build(folder);
    // What only builds that fail take in, and what goes round in a circle.
    for (const folder of buildable) if (!this.covered.has(folder)) this.build(folder);
  }

  /** What a kustomization of the run takes in by itself; undefined where it cannot be read. */
  usesOf(folder: string): KustomizationUses | undefined {
    const uses = this.known(folder);
    return isFailure(uses) ? undefined : uses;
  }

  private build(folder: string): void {
    const result = this.project.build(folder, this.substitutions.get(folder));
    const { files, folders } = this.closure(folder);
    this.builds.push({ folder, takes: files, result });
    this.covered.add(folder);
    if (!isFailure(result)) for (const inner of folders) this.covered.add(inner);
  }

  private closure(top: string): { files: Set<string>; folders: Set<string> } {
    const folders = new Set([top]);
    const files = new Set<string>();
    for (const folder of folders) {
      const uses = this.usesOf(folder);
      if (!uses) continue;
      for (const name of [uses.file, ...uses.objects, ...uses.patches, ...uses.others]) files.add(name);
      for (const inner of uses.folders) folders.add(inner);
    }
    return { files, folders };
  }

  private isComponent(folder: string): boolean {
    return this.usesOf(folder)?.isComponent ?? false;
  }

  private foldersIn(folder: string): readonly string[] {
    return this.usesOf(folder)?.folders ?? [];
  }

  private known(folder: string): KustomizationUses | BuildFailure {
    let uses = this.uses.get(folder);
    if (!uses) this.uses.set(folder, (uses = this.project.uses(folder)));
    return uses;
  }
}
