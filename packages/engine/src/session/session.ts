import type { KustomizeBuilds } from '../builds/hook.js';
import type { SourceFile } from '../documents/source-file.js';
import type { CustomResources } from '../verdict/custom-resources.js';
import type { JudgedFile } from './answer.js';

/**
 * Files that are judged together again and again while they change. Its answers are those of `lint` of all its files.
 */
export interface Session {
  /** Adds a file, or gives it other text. */
  set(file: SourceFile): void;
  remove(path: string): void;
  /** Asks for the settings of every file anew; those with other ones are judged anew. */
  settingsChanged(): void;
  /** Other definitions of custom resources, policies or limits are known now; what they are about is judged anew. */
  setCustomResources(resources: CustomResources | undefined): void;
  /** Kustomizations are built, once `prepareBuilds` says so; undefined: files are judged as they are. */
  setBuilds(kustomize: KustomizeBuilds | undefined): void;
  /** Whether a file is a kustomization that takes in too much to be built again and again. */
  isTooLarge(path: string): boolean;
  /** Does a part of the work that the first update with builds needs; returns whether all of it is done. */
  prepareBuilds(): boolean;
  /**
   * Does a part of the work of `update`, for who has others to serve in between: until it is over, or all is done.
   *
   * @param first paths of files that somebody waits for, the most urgent first
   * @returns whether all of it is done
   */
  prepareSome(isOver: () => boolean, first: readonly string[]): boolean;
  /** Whether a file has a text that was not judged yet. */
  isPending(path: string): boolean;
  /**
   * Judges what has changed since the last call. Returns the paths of the files of which there is something else to
   * say.
   */
  update(): readonly string[];
  /** The same, as far as `prepareSome` has come: of a file that is pending is said what was said before. */
  updateReady(): readonly string[];
  /** As of the last update. */
  file(path: string): JudgedFile | undefined;
  files(): Iterable<JudgedFile>;
}
