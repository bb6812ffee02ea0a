import { pushAll } from '@podlint/plain';
import type { KubernetesVersion } from '@podlint/model';
import type { KustomizeBuilds, MadeFile } from '../builds/hook.js';
import { FileRoles, roleOf, withRole } from '../documents/file-roles.js';
import type { SourceFile } from '../documents/source-file.js';
import { compareText } from '../findings/compare-text.js';
import type { LookUp } from '../pipeline/read-again.js';
import type { RunFinding } from '../pipeline/run-finding.js';
import { Collector } from '../rule/collector.js';
import type { Rule } from '../rule/rule.js';
import { collectionsFor, FileCircumstances, type LinterOptions } from '../settings/circumstances.js';
import type { CustomResources } from '../verdict/custom-resources.js';
import { Answer, SaidByBuilds, SaidByItself, type JudgedFile } from './answer.js';
import { BuiltAnswers } from './built-answers.js';
import { CurrentBuilds } from './current-builds.js';
import { groupsThatDiffer } from './groups-that-differ.js';
import { LastRun, type Asked } from './last-run.js';
import type { BuiltFamily, SessionBuilds, SessionMade } from './session-builds.js';
import { PendingFiles } from './pending-files.js';
import { SessionFile, type SessionCircumstances } from './session-file.js';
import { PlainFacts } from './plain-facts.js';
import type { Session } from './session.js';

/**
 * A session judges only the documents whose text changed, and then what depends on all files.
 * @throws UnknownVersionError, UnknownRuleError
 */
export function createSessionWith(catalogue: readonly Rule[], options: LinterOptions = {}): Session {
  return new IncrementalSession(new FileCircumstances(catalogue, options));
}

class IncrementalSession implements Session {
  private readonly pending = new PendingFiles({
    marked: (source) => this.marked(source),
    by: (path) => this.circumstancesOf(path),
    before: (path) => this.judged.get(path),
    done: (file) => this.take(file),
  });
  private readonly sources = new Map<string, SourceFile>();
  private readonly roles = new FileRoles();
  private readonly judged = new Map<string, SessionFile>();
  /** Of the text that was judged last of which all is known, by path. */
  private readonly answers = new Map<string, Answer>();
  /** In the order in which the rules over the whole run see them; undefined: to be sorted anew. */
  private sorted: readonly SessionFile[] | undefined;
  private collector = new Collector([]);
  private collecting = '';
  /** Files of which the text is another one since the last update. */
  private readonly moved = new Set<string>();
  private customResources: CustomResources | undefined;
  private readonly builds = new CurrentBuilds(this.sources, {
    examine: (made, before) => this.examineMade(made, before),
    forgetAnswers: () => this.forgetAnswers(),
    rolesChanged: () => this.rolesChanged(),
    isAllJudged: () => this.pending.isEmpty,
  });
  /** What builds say, as long as it holds. */
  private built = new Map<BuiltFamily, BuiltAnswers>();
  /** What rules over the whole run see of files that no build takes in: a name for it, by path. */
  private readonly plainFacts = new PlainFacts();
  private readonly lastRun = new LastRun();
  /** What is asked of rules before anybody wants to know, and of which files. */
  private ahead: { readonly files: readonly SessionFile[]; readonly work: Iterator<unknown> } | undefined;
  /** Whether the work is done in slices, those of the rules over the whole run among them. */
  private isInSlices = false;

  constructor(private readonly circumstances: FileCircumstances) {}

  set(file: SourceFile): void {
    this.sources.set(file.path, file);
    this.pending.add(file, 'changed');
    if (this.roles.set(file)) this.rolesChanged();
  }

  remove(path: string): void {
    this.sources.delete(path);
    this.pending.remove(path);
    if (this.judged.delete(path)) this.sorted = undefined;
    this.answers.delete(path);
    if (this.roles.remove(path)) this.rolesChanged();
  }

  settingsChanged(): void {
    this.collect();
    this.circumstancesChanged();
  }

  /** What the rules over the whole run want to know follows from the settings of all files. */
  private collect(): void {
    const names = collectionsFor([...this.sources.keys()].map((path) => this.circumstances.of(path)));
    if (names.join() === this.collecting) return;
    this.collecting = names.join();
    this.collector = this.circumstances.collector(names);
    this.circumstancesChanged();
  }

  private circumstancesChanged(): void {
    this.builds.forget();
    this.pending.beginAnew();
    for (const [path, file] of this.judged) {
      const source = this.sources.get(path);
      if (source && !file.isUnder(this.circumstancesOf(path))) this.pending.add(source, 'changed');
    }
  }

  private circumstancesOf(path: string): SessionCircumstances {
    const { collector, customResources } = this;
    return { ...this.circumstances.of(path), collector, customResources };
  }

  setCustomResources(resources: CustomResources | undefined): void {
    const groups = groupsThatDiffer(this.customResources, resources);
    // A policy or a limit can be about any object.
    const isAdmittedOtherwise = this.customResources?.admission !== resources?.admission;
    this.customResources = resources;
    this.pending.beginAnew();
    if (isAdmittedOtherwise || groups.length > 0) this.builds.forget();
    for (const source of this.sources.values())
      if ('text' in source && (isAdmittedOtherwise || groups.some((group) => source.text.includes(group))))
        this.pending.add(source, 'outdated');
  }

  setBuilds(kustomize: KustomizeBuilds | undefined): void {
    this.builds.set(kustomize);
  }

  isTooLarge(path: string): boolean {
    return this.builds.current?.parting.tooLarge.has(path) ?? false;
  }

  prepareBuilds(): boolean {
    if (!this.builds.areComing) return true;
    this.collect();
    return this.builds.prepare();
  }

  private forgetAnswers(): void {
    this.built = new Map();
    this.plainFacts.forget();
    for (const file of this.judged.values()) file.found = undefined;
  }

  private examineMade({ source, kustomization }: MadeFile, before: SessionMade | undefined): SessionMade {
    const session = new SessionFile(source, this.circumstancesOf(kustomization), before?.session);
    return {
      file: session.whole(),
      ofObjects: session.ofObjects,
      read: (place, version) => session.read(place, version),
      again: session.again(session.units),
      session,
    };
  }

  /** Returns the paths of the files that are to be judged anew. */
  private rolesChanged(): string[] {
    const paths: string[] = [];
    for (const [path, file] of this.judged) {
      const source = this.sources.get(path);
      if (!source || roleOf(this.marked(source)) === file.role) continue;
      this.pending.add(source, 'changed');
      paths.push(path);
    }
    this.pending.beginAnew();
    return paths;
  }

  private marked(source: SourceFile): SourceFile {
    const named = this.roles.marked(source);
    return 'text' in named && this.builds.current?.isStrayPatch(named) ? withRole(named, 'kustomize patch') : named;
  }

  private prepare(): void {
    if (this.pending.isEmpty) return;
    this.collect();
    this.pending.finishAll();
  }

  prepareSome(isOver: () => boolean, first: readonly string[]): boolean {
    if (!this.pending.isEmpty) this.collect();
    this.isInSlices = this.builds.current === undefined;
    while (!this.pending.isEmpty) {
      this.pending.step(first);
      if (isOver()) return false;
    }
    if (!this.builds.renew(isOver)) return false;
    this.isInSlices = !this.runAhead(isOver);
    return !this.isInSlices;
  }

  /** Asks the rules over the whole run. Which files they see is only known later where some are built. */
  private runAhead(isOver: () => boolean): boolean {
    if (this.builds.current) return true;
    const files = this.inOrder();
    if (this.ahead?.files !== files) this.ahead = { files, work: this.lastRun.inSteps(this.asked(files, [])) };
    do if (this.ahead.work.next().done) return true;
    while (!isOver());
    return false;
  }

  private inOrder(): readonly SessionFile[] {
    return (this.sorted ??= [...this.judged.values()].sort((a, b) => compareText(a.path, b.path)));
  }

  private asked(plain: readonly SessionFile[], made: readonly SessionMade[]): Asked {
    return {
      files: [...plain, ...made],
      versions: this.circumstances.jointVersions(this.inOrder().map(({ by }) => by)),
      extent: made.length > 1 ? 'part' : 'whole',
    };
  }

  isPending(path: string): boolean {
    const file = this.judged.get(path);
    return this.pending.has(path) || (this.isAsking && file !== undefined && !this.answers.get(path)?.isOf(file));
  }

  /** Whether all files are judged, and what the rules over the whole run say of them is on its way. */
  private get isAsking(): boolean {
    return this.isInSlices && this.pending.isEmpty;
  }

  private take(file: SessionFile): void {
    this.judged.set(file.path, file);
    this.sorted = undefined;
    this.moved.add(file.path);
  }

  update(): readonly string[] {
    do this.prepare();
    while (!this.builds.renew(() => false));
    this.isInSlices = false;
    return this.updateReady();
  }

  updateReady(): readonly string[] {
    if (this.isAsking) return [];
    this.build();
    const files = this.inOrder();
    const builds = this.builds.current;
    const plain = builds ? files.filter(({ path }) => !builds.isTakenIn(path)) : files;
    const made = builds?.made ?? [];
    const asked = this.asked(plain, made);
    const found = this.lastRun.run(asked);
    const itself = builds ? plain.filter(({ path }) => !builds.speakOf(path)) : plain;
    const others = itself.filter((file) => this.conclude(file, found.get(file) ?? []));
    if (builds) pushAll(others, this.concludeBuilt(builds, plain, asked.versions));
    this.moved.clear();
    return others.map(({ path }) => path);
  }

  private build(): void {
    const before = this.builds.current?.parting;
    if (!before) return;
    this.builds.update();
    const marked = this.builds.current?.parting === before ? [] : this.rolesChanged();
    // What is built is said of the texts as they are now.
    this.pending.finish((path) => marked.includes(path) || (this.builds.current?.speakOf(path) ?? false));
  }

  /** The files that builds take in, as far as there is something else to say of them than before. */
  private concludeBuilt(
    builds: SessionBuilds,
    plain: readonly SessionFile[],
    versions: readonly KubernetesVersion[],
  ): SessionFile[] {
    const isAmongOthers = this.plainFacts.haveChanged(plain, versions, this.moved);
    const before = isAmongOthers ? new Map<BuiltFamily, BuiltAnswers>() : this.built;
    this.built = new Map();
    const others: SessionFile[] = [];
    const files = new Map(this.judged);
    for (const family of builds.all()) {
      const kept = before.get(family);
      const answers = kept ?? new BuiltAnswers(family, { files, plain, versions });
      this.built.set(family, answers);
      if (kept) continue;
      for (const { path } of family.sources) {
        const file = this.judged.get(path);
        if (!file) continue;
        // What was found in it by itself does not hold, should builds leave it alone again.
        file.found = undefined;
        this.answers.set(path, new Answer(file, new SaidByBuilds(file, answers)));
        others.push(file);
      }
    }
    return others;
  }

  /** Returns whether there is something else to say than before; what that is, is worked out for who asks. */
  private conclude(file: SessionFile, found: readonly RunFinding[]): boolean {
    if (file.found && isSame(file.found, found) && !this.isExplainedElsewhere(found)) return false;
    file.found = found;
    const said = new SaidByItself(file, found, this.lookUp);
    this.answers.set(file.path, new Answer(file, said));
    // Other files may change before somebody asks.
    if (found.some(({ related }) => related.some((place) => place.file !== file.path))) said.settle();
    return true;
  }

  /** Whether findings have places in files of which the text is another one. */
  private isExplainedElsewhere(found: readonly RunFinding[]): boolean {
    return this.moved.size > 0 && found.some(({ related }) => related.some(({ file }) => this.moved.has(file)));
  }

  private readonly lookUp: LookUp = (path) => {
    const file = this.judged.get(path);
    if (!file) throw new Error('a file that is not of the session is looked up');
    return file.again(file.units);
  };

  file(path: string): JudgedFile | undefined {
    return this.answers.get(path);
  }

  files(): Iterable<JudgedFile> {
    return this.answers.values();
  }
}

function isSame(before: readonly RunFinding[], after: readonly RunFinding[]): boolean {
  return (
    before.length === after.length && before.every((one, index) => JSON.stringify(one) === JSON.stringify(after[index]))
  );
}
