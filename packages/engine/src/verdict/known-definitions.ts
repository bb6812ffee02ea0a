import { pushAll } from '@podlint/plain';
import { definitionsIn } from '../documents/definitions.js';
import type { SourceFile } from '../documents/source-file.js';
import { needsOf, type TextNeeds } from '../documents/text-needs.js';
import type { KnownAdmission } from './admission-objects.js';
import type { CustomResources } from './custom-resources.js';

/** Where definitions come from besides the files, and what judges objects by them. Both are loaded when they are needed. */
export interface DefinitionMeans<Resources extends CustomResources> {
  /** Definitions of objects in these API groups that are at hand without a file. */
  carried(groups: ReadonlySet<string>): Promise<readonly object[]>;
  maker(): Promise<Maker<Resources>>;
}

/** What judges objects by definitions and, where there is something that decides on others, by that. */
type Maker<Resources> = (definitions: readonly object[], admission: KnownAdmission | undefined) => Resources;

type Needs = Pick<TextNeeds, 'definitions' | 'foreignGroups'>;

/**
 * The CustomResourceDefinitions that are known of files, whether these are all there or come one after another, and what
 * judges objects by them.
 */
export class KnownDefinitions<Resources extends CustomResources = CustomResources> {
  private readonly ofFiles = new Map<string, readonly object[]>();
  private readonly carried: object[] = [];
  /** API groups of which what is at hand is among them. */
  private readonly asked = new Set<string>();
  private wanted = new Set<string>();
  private admission: KnownAdmission | undefined;
  private make: Maker<Resources> | undefined;
  private resources: Resources | undefined;
  private isStale = false;
  private settling: Promise<unknown> = Promise.resolve();

  constructor(private readonly means: DefinitionMeans<Resources>) {}

  /** Takes in what a file says now. */
  set(source: SourceFile, needs: Needs | undefined = 'text' in source ? needsOf(source.text) : undefined): void {
    this.give(source.path, needs?.definitions ? definitionsIn(source) : []);
    this.want(needs?.foreignGroups ?? []);
  }

  remove(path: string): void {
    this.give(path, []);
  }

  /** Definitions of some origin, in place of those that it had. */
  give(origin: string, definitions: readonly object[]): void {
    if (definitions.length === 0 && !this.ofFiles.has(origin)) return;
    if (definitions.length === 0) this.ofFiles.delete(origin);
    else this.ofFiles.set(origin, definitions);
    this.isStale = true;
  }

  /** What decides on others from now on; undefined: nothing. */
  setAdmission(admission: KnownAdmission | undefined): void {
    if (admission === this.admission) return;
    this.admission = admission;
    this.isStale = true;
  }

  /** Whether `current` knows all that was taken in. */
  get isSettled(): boolean {
    return !this.isStale && this.wanted.size === 0;
  }

  /** As of the last time that it was settled; undefined while nothing judges objects. */
  get current(): Resources | undefined {
    return this.resources;
  }

  /** Loads what is missing. */
  async settle(): Promise<Resources | undefined> {
    if (this.isSettled) return this.resources;
    const before = this.settling;
    const settling = before.catch(() => undefined).then(() => this.load());
    this.settling = settling;
    await settling;
    return this.resources;
  }

  /** Loads what a piece of a text may need, so that `settleNow` is enough for the documents that it completes. */
  async meet(piece: string): Promise<void> {
    const needs = needsOf(piece);
    this.want(needs.foreignGroups);
    if (needs.definitions) await this.prepare();
    await this.settle();
  }

  /** Takes in what was defined, as far as that can be done at once. */
  settleNow(): void {
    if (!this.isStale || (!this.make && this.isNeeded)) return;
    this.isStale = false;
    this.resources = this.isNeeded ? this.make?.(this.all(), this.admission) : undefined;
  }

  private want(groups: readonly string[]): void {
    for (const group of groups) if (!this.asked.has(group)) this.wanted.add(group);
  }

  private async prepare(): Promise<void> {
    this.make ??= await this.means.maker();
  }

  private get isNeeded(): boolean {
    return this.ofFiles.size + this.carried.length > 0 || this.admission !== undefined;
  }

  private all(): readonly object[] {
    return [...[...this.ofFiles.values()].flat(), ...this.carried];
  }

  private async load(): Promise<void> {
    if (this.wanted.size > 0) {
      const { wanted } = this;
      this.wanted = new Set();
      for (const group of wanted) this.asked.add(group);
      const found = await this.means.carried(wanted);
      pushAll(this.carried, found);
      this.isStale ||= found.length > 0;
    }
    if (this.isStale && this.isNeeded) await this.prepare();
    this.settleNow();
  }
}
