import type { Loader } from '../files/loader.js';
import type { Origin } from '../resource/origin-annotations.js';
import type { Accumulator } from './accumulator.js';
import type { BuildContext } from './build-context.js';
import type { KustomizationFile, Placed } from './kustomization-file.js';

/** Where origins are recorded: the way to this kustomization from the root, as it was written. Undefined: they are not. */
export type OriginPath = string | undefined;

/** A kustomization as its generators and transformers see it. */
export interface Layer {
  readonly file: KustomizationFile;
  readonly build: BuildContext;
  readonly loader: Loader;
  readonly originPath: OriginPath;
  /** The origin that a generator or transformer of this file leaves. */
  origin(kind: string): Origin | undefined;
  /** Reads files and folders into objects. */
  addResources(into: Accumulator, paths: readonly Placed<string>[]): Accumulator;
}
