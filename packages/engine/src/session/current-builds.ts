import type { KustomizeBuilds } from '../builds/hook.js';
import type { SourceFile } from '../documents/source-file.js';
import { noteFault } from '../findings/fault.js';
import { SessionBuilds, type BuildsHost } from './session-builds.js';

/** What the change from builds to others asks. */
interface BuildsUser extends BuildsHost {
  /** Nothing that builds said holds any more. */
  forgetAnswers(): void;
  /** The roles of files follow from what is built now. */
  rolesChanged(): void;
  isAllJudged(): boolean;
}

/** The builds that a session answers with, while others are made in their stead. */
export class CurrentBuilds {
  /** Those that are in use. */
  current: SessionBuilds | undefined;
  private kustomize: KustomizeBuilds | undefined;
  /** What is not used yet, because not all of it is built. */
  private coming: SessionBuilds | undefined;
  /** The builds as they are under what objects are judged by now; not used before all of them are made. */
  private renewal: SessionBuilds | undefined;

  constructor(
    private readonly sources: ReadonlyMap<string, SourceFile>,
    private readonly user: BuildsUser,
  ) {}

  set(kustomize: KustomizeBuilds | undefined): void {
    this.kustomize = kustomize;
    this.coming = kustomize && this.buildsWith(kustomize);
    this.renewal = undefined;
    if (!kustomize) this.use(undefined);
  }

  /** What objects are judged by is something else now. */
  forget(): void {
    if (this.current && this.kustomize) this.renewal = this.buildsWith(this.kustomize);
    this.coming?.forget();
  }

  private buildsWith(kustomize: KustomizeBuilds): SessionBuilds {
    return new SessionBuilds(kustomize, this.user);
  }

  get areComing(): boolean {
    return this.coming !== undefined;
  }

  /** Builds a part of what is coming; returns whether it is in use now. */
  prepare(): boolean {
    const { coming } = this;
    if (!coming) return true;
    if (!this.attempt(() => coming.update(this.sources, 1))) return false;
    if (this.coming) this.use(coming);
    this.coming = undefined;
    return true;
  }

  private use(builds: SessionBuilds | undefined): void {
    this.current = builds;
    this.user.forgetAnswers();
    this.user.rolesChanged();
  }

  /** What fails on a kustomization costs its builds, and no file. */
  private attempt(build: () => boolean): boolean {
    try {
      return build();
    } catch (error) {
      noteFault(error);
      this.coming = undefined;
      this.renewal = undefined;
      this.use(undefined);
      return true;
    }
  }

  /** Builds under what objects are judged by now; returns whether all of it is done. */
  renew(isOver: () => boolean): boolean {
    const { renewal } = this;
    if (!renewal) return true;
    while (!this.attempt(() => renewal.update(this.sources, 1))) if (isOver()) return false;
    if (!this.renewal) return true;
    this.current = renewal;
    this.renewal = undefined;
    this.user.rolesChanged();
    return this.user.isAllJudged();
  }

  /** Builds what is in use as the files are now. */
  update(): void {
    const { current } = this;
    if (current) this.attempt(() => current.update(this.sources));
  }
}
