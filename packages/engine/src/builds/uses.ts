import type { BuildFailure, KustomizationUses, Project } from '@podlint/kustomize/project';

export function isFailure(result: object): result is BuildFailure {
  return 'errorClass' in result;
}

/** What kustomizations take in, by their folders; each is read once. */
export class Uses {
  private readonly known = new Map<string, KustomizationUses | undefined>();

  constructor(private readonly project: Project) {}

  /** What a kustomization takes in by itself; undefined where it cannot be read. */
  of(folder: string): KustomizationUses | undefined {
    if (!this.known.has(folder)) {
      const uses = this.project.uses(folder);
      this.known.set(folder, isFailure(uses) ? undefined : uses);
    }
    return this.known.get(folder);
  }

  isComponent(folder: string): boolean {
    return this.of(folder)?.isComponent ?? false;
  }

  foldersIn(folder: string): readonly string[] {
    return this.of(folder)?.folders ?? [];
  }

  /** Names of the files that a kustomization takes in by itself, its own among them. */
  filesOf(folder: string): readonly string[] {
    const uses = this.of(folder);
    return uses ? [uses.file, ...uses.objects, ...uses.patches, ...uses.others] : [];
  }

  /** With what it takes in through others. */
  closure(top: string): { readonly files: ReadonlySet<string>; readonly folders: ReadonlySet<string> } {
    const folders = new Set([top]);
    const files = new Set<string>();
    for (const folder of folders) {
      for (const name of this.filesOf(folder)) files.add(name);
      for (const inner of this.foldersIn(folder)) folders.add(inner);
    }
    return { files, folders };
  }
}
