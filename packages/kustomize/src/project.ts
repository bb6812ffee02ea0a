/** The kustomizations of a tree, for who judges what comes out. Runs in a browser. */
import type { JsonValue } from '@podlint/syntax';
import type { KustomizationEdit } from './edit/kustomization-edit.js';
import { failureOf, type BuildFailure } from './errors.js';
import type { FileSource, SourceFile } from './files/file-tree.js';
import { Loader, type LoadRestriction } from './files/loader.js';
import type { YNode } from './node/node.js';
import { toJson } from './node/to-json.js';
import { WrittenObjects } from './origin/written-objects.js';
import type { Place } from './origin/place.js';
import type { LeftOut } from './resource/resource-map.js';
import { BuildContext, ReadFiles, type KnownBase } from './target/build-context.js';
import { fillIn, type Substitution } from './substitute/fill-in.js';
import { buildRoot } from './target/build-root.js';
import { loadKustomization } from './target/kustomization-file.js';
import { usesOf, type KustomizationUses } from './target/uses.js';
import type { Seeker } from './transform/context.js';

export type { BuildFailure } from './errors.js';
export { FileTree, type FileSource, type Found } from './files/file-tree.js';
export type { KustomizationEdit } from './edit/kustomization-edit.js';
export type { Place } from './origin/place.js';
export type { TextOrigin } from './origin/written-objects.js';
export type { Substitution } from './substitute/fill-in.js';
export type { KustomizationUses } from './target/uses.js';

/** A kustomization that was built. */
export interface ProjectBuild {
  readonly written: WrittenObjects;
  readonly objects: readonly BuiltObject[];
  readonly leftOut: readonly LeftOut[];
  /** It builds only with `--load-restrictor LoadRestrictionsNone`: this is what keeps it from building without. */
  readonly outsideRoot: BuildFailure | undefined;
}

interface BuiltObject {
  readonly value: JsonValue;
  /** Where the object begins in the file that it was written in. */
  readonly place: Place | undefined;
}

/** An entry that looks for something. */
export interface SeekingEntry {
  readonly seeker: Seeker;
  readonly place: Place;
  hasFound: boolean;
}

/** What something does around the build of a root. */
export interface Around {
  /** Before it. */
  readonly edit?: KustomizationEdit | undefined;
  /** After it. */
  readonly substitution?: Substitution | undefined;
}

/** Kustomizations of one tree; what they share is read and built once. */
export class Project {
  private readonly read = new ReadFiles();
  private readonly bases = {
    'root only': new Map<string, KnownBase>(),
    none: new Map<string, KnownBase>(),
  } as const;
  private readonly seeking = new Map<string, SeekingEntry>();

  constructor(private readonly source: FileSource) {}

  /** What a kustomization takes in; or why it cannot be read. */
  uses(folder: string): KustomizationUses | BuildFailure {
    try {
      const loader = Loader.atRoot(this.source, folder, 'root only');
      return usesOf(
        loadKustomization(loader, (file) => this.read.json(file)),
        loader.root,
        this.source,
      );
    } catch (error) {
      return failureOf(error);
    }
  }

  build(folder: string, around: Around = {}): ProjectBuild | BuildFailure {
    const built = this.attempt(folder, 'root only', around);
    if (!('errorClass' in built) || built.errorClass !== 'outside-root') return built;
    const free = this.attempt(folder, 'none', around);
    return 'errorClass' in free ? built : { ...free, outsideRoot: built };
  }

  /**
   * What a build makes when the kustomization's own file has another text; undefined: it cannot be built. Bases that
   * were built already are not built again.
   */
  valuesWith(
    changed: { readonly path: string; readonly text: string },
    folder: string,
    { edit, substitution }: Around = {},
  ): readonly JsonValue[] | undefined {
    const source = withText(this.source, changed.path, changed.text);
    for (const restriction of ['root only', 'none'] as const)
      try {
        const context = new BuildContext(source, this.read, this.bases[restriction]);
        const { map } = buildRoot(context, Loader.atRoot(source, folder, restriction), edit);
        return map.list.map(({ node }) => valueOf(node, substitution));
      } catch (error) {
        if (failureOf(error).errorClass !== 'outside-root') return undefined;
      }
    return undefined;
  }

  /** Entries that looked for something in every build so far, and found nothing. */
  get idle(): SeekingEntry[] {
    return [...this.seeking.values()].filter(({ hasFound }) => !hasFound);
  }

  private attempt(
    folder: string,
    restriction: LoadRestriction,
    { edit, substitution }: Around,
  ): ProjectBuild | BuildFailure {
    const context = new BuildContext(this.source, this.read, this.bases[restriction], (...marked) => {
      this.mark(...marked);
    });
    try {
      const { map } = buildRoot(context, Loader.atRoot(this.source, folder, restriction), edit);
      const objects = map.list.map(({ node }) => new ObjectOfBuild(node, substitution));
      return { written: new WrittenObjects(objects), objects, leftOut: map.leftOut, outsideRoot: undefined };
    } catch (error) {
      return failureOf(error);
    }
  }

  private mark(seeker: Seeker, place: Place | undefined, hasFound: boolean): void {
    if (!place) return;
    const key = `${place.file} ${place.start}`;
    const known = this.seeking.get(key);
    if (!known) this.seeking.set(key, { seeker, place, hasFound });
    else known.hasFound ||= hasFound;
  }
}

/** Its value is made anew for whoever asks first: few ask, and all of them together are larger than their text. */
class ObjectOfBuild implements BuiltObject {
  private known: JsonValue | undefined;

  constructor(
    readonly node: YNode,
    private readonly substitution: Substitution | undefined,
  ) {}

  get place(): Place | undefined {
    return this.node.place;
  }

  get value(): JsonValue {
    return (this.known ??= this.make());
  }

  make(): JsonValue {
    return valueOf(this.node, this.substitution);
  }
}

function valueOf(node: YNode, substitution: Substitution | undefined): JsonValue {
  const value = toJson(node);
  return substitution ? fillIn(node, value, substitution) : value;
}

/** The same files, one of them with another text. */
function withText(source: FileSource, path: string, content: string): FileSource {
  let changed: SourceFile | undefined;
  return {
    nameOf: (place) => source.nameOf(place),
    find(place) {
      const found = source.find(place);
      if (found.type !== 'file' || found.file.path !== path) return found;
      changed ??= { ...found.file, content };
      return { ...found, file: changed };
    },
  };
}
