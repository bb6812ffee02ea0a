import type { ProjectBuild } from '@podlint/kustomize/project';
import type { MadeFile } from './hook.js';
import type { RootBuild } from './plan.js';

/** A kustomization that was built and is judged. */
export interface JudgedRoot extends RootBuild {
  readonly result: ProjectBuild;
  /** As it is reported. */
  readonly name: string;
  /** The file of the kustomization. */
  readonly kustomization: string;
  readonly made: MadeFile;
}
