import type { KustomizeBuilds } from '@podlint/engine';
import type { LoadedFile } from '@podlint/workspace';

/** The files of both sides, with what builds their kustomizations. */
export interface LoadedSides {
  readonly old: LoadedSide;
  readonly now: LoadedSide;
}

export interface LoadedSide {
  readonly files: readonly LoadedFile[];
  readonly builds?: KustomizeBuilds | undefined;
}
