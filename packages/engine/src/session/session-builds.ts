import { isKustomizationName } from '../documents/kustomize.js';
import type { SourceFile } from '../documents/source-file.js';
import type { KustomizeBuilds, MadeFile, Parting, RunBuilds, SaidOfFolders, Surroundings } from '../builds/hook.js';
import { inOrder } from '../drivers/in-order.js';
import type { ExaminedMade } from '../pipeline/built-files.js';
import type { ReadAgain } from '../pipeline/read-again.js';
import type { SessionFile } from './session-file.js';

/** The objects of a build as a file of the session, of which no more is read anew than what has changed. */
export interface SessionMade extends ExaminedMade {
  readonly again: ReadAgain;
  readonly session: SessionFile;
}

/** Files that kustomizations take in, with what these make of them: nothing of it depends on any other file. */
export interface BuiltFamily {
  readonly sources: readonly SourceFile[];
  readonly builds: RunBuilds;
  /** In the order of the builds. */
  readonly made: readonly SessionMade[];
}

/** What the builds of a session ask. */
export interface BuildsHost {
  /** Examines the objects of a build. `before`: what the same kustomization made last. */
  examine(made: MadeFile, before: SessionMade | undefined): SessionMade;
}

type Sources = ReadonlyMap<string, SourceFile>;

/** The kustomizations of a session. After a change only what takes in a changed file is built anew. */
export class SessionBuilds {
  /** Another object after each change of what is built with what. */
  parting: Parting = { families: [], tooLarge: new Set(), isStrayPatch: () => false };
  /** The files that it was parted for; of kustomizations their texts count, too. */
  private partedFor: Sources | undefined;
  private families = new Map<string, BuiltFamily>();
  private byPath: ReadonlyMap<string, BuiltFamily> = new Map();
  /** What kustomizations made last, by the paths of their objects' files. */
  private readonly madeLast = new Map<string, SessionMade>();

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

  /** Whether it is for the builds to say what there is to say of a file: also of a kustomization that cannot be read. */
  speakOf(path: string): boolean {
    return this.byPath.has(path);
  }

  isStrayPatch(file: SourceFile): boolean {
    return this.parting.isStrayPatch(file);
  }

  all(): Iterable<BuiltFamily> {
    return this.families.values();
  }

  /** What objects are judged by is something else now. */
  forget(): void {
    this.families.clear();
    this.madeLast.clear();
  }

  /**
   * Builds what is not built yet as the files are now.
   *
   * @param most so many families at one call; default: all
   * @returns whether all are built
   */
  update(sources: Sources, most = Infinity): boolean {
    if (this.isOtherwiseParted(sources)) {
      this.parting = this.kustomize.parted(inOrder([...sources.values()]));
      this.partedFor = new Map(sources);
    }
    const groups = this.parting.families;
    const company = groups.length > 1 ? 'among others' : 'alone';
    const before = this.families;
    this.families = new Map();
    let left = most;
    for (const { files, ...said } of groups) {
      const now = files.flatMap(({ path }) => sources.get(path) ?? []);
      const key = [company, wordsOf(said), ...now.map(({ path }) => path)].join('\n');
      const known = before.get(key);
      const isKept = known?.sources.every((source, index) => source === now[index]) ?? false;
      if (!isKept && left-- <= 0) continue;
      const family = isKept ? known : this.built(now, { company, ...said });
      if (family) this.families.set(key, family);
    }
    this.byPath = new Map(
      [...this.families.values()].flatMap((family) => family.sources.map(({ path }) => [path, family])),
    );
    return left >= 0;
  }

  /** Kustomizations say what they take in, and a file that comes or goes may be one that they name. */
  private isOtherwiseParted(sources: Sources): boolean {
    const { partedFor } = this;
    if (partedFor?.size !== sources.size) return true;
    for (const [path, source] of sources) {
      const before = partedFor.get(path);
      if (!before || (before !== source && this.mayPart(before, source))) return true;
    }
    return false;
  }

  private examined(file: MadeFile): SessionMade {
    const made = this.host.examine(file, this.madeLast.get(file.source.path));
    this.madeLast.set(file.source.path, made);
    return made;
  }

  /**
   * A Kustomization of Flux's says what is filled in after a build, and a ConfigMap may hold it; an Application of Argo CD's
   * says what is set before it.
   */
  private mayPart(before: SourceFile, now: SourceFile): boolean {
    const words = ['postBuild', 'repoURL', ...(this.hasSubstitutions ? ['ConfigMap'] : [])];
    return isKustomizationName(now.path) || words.some((word) => holds(before, word) || holds(now, word));
  }

  private get hasSubstitutions(): boolean {
    return this.parting.families.some(({ substitutions }) => substitutions.size > 0);
  }

  private built(sources: readonly SourceFile[], around: Surroundings): BuiltFamily | undefined {
    const builds = this.kustomize.of(sources, around);
    return builds && { sources, builds, made: builds.made.map((made) => this.examined(made)) };
  }
}

function holds(source: SourceFile, word: string): boolean {
  return 'text' in source && source.text.includes(word);
}

function wordsOf({ edits, substitutions }: SaidOfFolders): string {
  return JSON.stringify([
    [...substitutions].map(([folder, { variables }]) => [folder, variables.extent, ...variables.values]),
    [...edits].map(([folder, { identity }]) => [folder, identity]),
  ]);
}
