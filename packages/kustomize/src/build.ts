import { plainData, type PlainData } from '@podlint/messages';
import type { JsonValue } from '@podlint/syntax';
import type { KeyPath } from './node/key-path.js';
import { failureOf, type BuildFailure, type ErrorClass } from './errors.js';
import { FileTree } from './files/file-tree.js';
import { Loader } from './files/loader.js';
import { toJson } from './node/to-json.js';
import { originAt, type ValueOrigin } from './origin/origin-at.js';
import type { Place } from './origin/place.js';
import type { Resource } from './resource/resource.js';
import { BuildContext, ReadFiles, type KnownBase } from './target/build-context.js';
import { buildRoot } from './target/build-root.js';

/** Files by path: texts, or bytes for what may be no text. A path that ends in `/` is an empty folder. */
export type BuildFiles = Readonly<Record<string, string | Uint8Array>>;

/** An object that a build made. */
export interface BuiltDocument {
  readonly value: JsonValue;
  /** Where the value at a path comes from; undefined where there is none. */
  readonly originOf: (path: KeyPath) => ValueOrigin | undefined;
}

/** Why a build made nothing, or what it left out. */
export interface BuildError {
  readonly class: ErrorClass;
  /** The text that the message is made of, and what stands in its braces: these do not change with its words. */
  readonly messageId: string;
  readonly data: PlainData;
  readonly message: string;
  readonly place?: Place;
  /** It was left out, and the rest was built without it: nothing is fetched, and no program is run. */
  readonly skipped?: true;
}

export interface BuildResult {
  /** In the order in which kustomize's library gives them; the command sorts them anew where nothing else is asked for. */
  readonly documents: readonly BuiltDocument[];
  /** Empty where all of it was built. One that is not `skipped` means that nothing was. */
  readonly errors: readonly BuildError[];
  /** Names of vars that no field used. */
  readonly unusedVars: readonly string[];
}

/** Builds several kustomizations of one tree, and does what they share once. */
export interface Builder {
  build(root: string): BuildResult;
}

export function createBuilder(files: BuildFiles): Builder {
  const tree = new FileTree(files);
  const read = new ReadFiles();
  const bases = new Map<string, KnownBase>();
  return { build: (root) => buildTree(tree, root, new BuildContext(tree, read, bases)) };
}

/** Builds the kustomization in a folder as `kustomize build` would, offline. Never throws. */
export function build(files: BuildFiles, root: string): BuildResult {
  const tree = new FileTree(files);
  return buildTree(tree, root, new BuildContext(tree, new ReadFiles(), undefined));
}

function buildTree(tree: FileTree, root: string, context: BuildContext): BuildResult {
  try {
    const { map, unusedVars } = buildRoot(context, Loader.atRoot(tree, root, 'root only'));
    return {
      documents: map.list.map(documentOf),
      errors: map.leftOut.map(({ failure }) => skipped(failure)),
      unusedVars,
    };
  } catch (error) {
    return { documents: [], errors: [errorOf(error)], unusedVars: [] };
  }
}

function documentOf({ node }: Resource): BuiltDocument {
  return { value: toJson(node), originOf: (path) => originAt(node, path) };
}

function skipped(failure: BuildFailure): BuildError {
  return { ...errorOf(failure), skipped: true };
}

function errorOf(error: unknown): BuildError {
  const { errorClass, said, message, place } = failureOf(error);
  const told = { class: errorClass, messageId: said.id, data: plainData(said.data), message };
  return place ? { ...told, place } : told;
}
