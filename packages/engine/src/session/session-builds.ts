import { isKustomizationName } from '../documents/kustomize.js';
import type { SourceFile } from '../documents/source-file.js';
import type { KustomizeBuilds, MadeFile, Parting, RunBuilds } from '../builds/hook.js';
import { inOrder } from '../drivers/in-order.js';
import type { ExaminedMade } from '../pipeline/built-files.js';
import type { ReadAgain } from '../pipeline/read-again.js';

/** The objects of a build as a file that can be read again. */
export interface SessionMade extends ExaminedMade {
  readonly again: ReadAgain;
}

/** Files that kustomizations take in, with what these make of them: nothing of it depends on any other file. */
export interface BuiltFamily {
  readonly paths: readonly string[];
  readonly builds: RunBuilds;
  /** In the order of the builds. */
  readonly made: readonly SessionMade[];
}

/** What the builds of a session ask. */
export interface BuildsHost {
  /** Examines the objects of a build. */
  examine(made: MadeFile): SessionMade;
}

const nothing: Parting = { families: [], isStrayPatch: () => false };

/** The kustomizations of a session. After a change only what takes in a changed file is built anew. */
export class SessionBuilds {
  private parting = nothing;
  private readonly families = new Map<string, BuiltFamily>();
  private byPath: ReadonlyMap<string, BuiltFamily> = new Map();
  private known: ReadonlySet<string> = new Set();

  constructor(
    private readonly kustomize: KustomizeBuilds,
    private readonly host: BuildsHost,
  ) {}

  /** What the rules over the whole run see of the builds. */
  get made(): readonly SessionMade[] {
    return [...this.families.values()].flatMap(({ made }) => made);
  }

  isTakenIn(path: string): boolean {
    return this.byPath.get(path)?.builds.isTakenIn(path) ?? false;
  }

  isStrayPatch(file: SourceFile): boolean {
    return this.parting.isStrayPatch(file);
  }

  of(path: string): BuiltFamily | undefined {
    return this.byPath.get(path);
  }

  all(): Iterable<BuiltFamily> {
    return this.families.values();
  }

  /**
   * @param sources the files of the session, by their paths
   * @param changed the paths of those that are others than at the last call
   * @returns whether families were parted anew, so that other files may be stray patches
   */
  update(sources: ReadonlyMap<string, SourceFile>, changed: ReadonlySet<string>): boolean {
    const isPartedAnew = this.isOtherwiseParted(sources, changed);
    const files = isPartedAnew ? this.part([...sources.values()]) : [...this.families.values()].map(sourcesIn(sources));
    const before = new Map(this.families);
    const company = files.length > 1 ? 'among others' : 'alone';
    this.families.clear();
    for (const family of files) {
      const paths = family.map(({ path }) => path);
      const key = [company, ...paths].join('\n');
      const kept = paths.some((path) => changed.has(path)) ? undefined : before.get(key);
      const built = kept ?? this.built(family, paths, company);
      if (built) this.families.set(key, built);
    }
    this.byPath = new Map([...this.families.values()].flatMap((family) => family.paths.map((path) => [path, family])));
    return isPartedAnew;
  }

  /** Kustomizations say what they take in, and a file that comes or goes may be one that they name. */
  private isOtherwiseParted(sources: ReadonlyMap<string, SourceFile>, changed: ReadonlySet<string>): boolean {
    if (sources.size !== this.known.size) return true;
    return [...changed].some((path) => isKustomizationName(path) || !this.known.has(path));
  }

  private part(files: readonly SourceFile[]): Parting['families'] {
    this.parting = this.kustomize.parted(inOrder(files));
    this.known = new Set(files.map(({ path }) => path));
    return this.parting.families;
  }

  private built(
    family: readonly SourceFile[],
    paths: readonly string[],
    company: 'alone' | 'among others',
  ): BuiltFamily | undefined {
    const builds = this.kustomize.of(family, company);
    return builds && { paths, builds, made: builds.made.map((made) => this.host.examine(made)) };
  }
}

function sourcesIn(sources: ReadonlyMap<string, SourceFile>) {
  return ({ paths }: BuiltFamily): readonly SourceFile[] => paths.flatMap((path) => sources.get(path) ?? []);
}
