import type { KeyPath } from '../node/key-path.js';
import type { SourceFile } from '../files/file-tree.js';
import type { Loader } from '../files/loader.js';
import type { Place, Step } from '../origin/place.js';
import type { TextSource } from '../origin/text-source.js';
import type { JsonFile } from '../read/json-file.js';
import type { Origin } from '../resource/origin-annotations.js';
import type { Resource } from '../resource/resource.js';
import type { ResourceMap } from '../resource/resource-map.js';
import type { OpenApi } from '../schema/open-api.js';

/** Entries of a kustomization that look for something, and may find nothing. */
export type Seeker = 'image' | 'patch';

/** Says of an entry whether it has found something. */
export type Mark = (seeker: Seeker, place: Place | undefined, hasFound: boolean) => void;

/** What a transformer or generator gets beside its own options. */
export interface PluginContext {
  readonly loader: Loader;
  readonly openApi: OpenApi;
  readonly readJson: (file: SourceFile) => JsonFile;
  /** What is recorded of the values that it changes. */
  readonly step: Step;
  /** Where a value of its options stands. */
  readonly placeOf: (path: KeyPath) => Place | undefined;
  /** Where the text of such a value stands, for texts that are read in turn. */
  readonly mark: Mark;
  readonly sourceOf: (path: KeyPath, text: string) => TextSource;
}

export type Transform = (map: ResourceMap) => void;

/** A configured transformer. */
export interface Transformer {
  readonly transform: Transform;
  readonly origin: Origin | undefined;
}

export interface Generator {
  readonly generate: () => Resource[];
  readonly origin: Origin | undefined;
}
