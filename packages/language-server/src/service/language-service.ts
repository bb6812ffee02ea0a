import {
  createSessionWith,
  type CustomResources,
  isKustomizationName,
  type FileSettings,
  type JudgedFile,
  type KustomizeBuilds,
  type Session,
  type SourceFile,
} from '@podlint/engine';
import { catalogue } from '@podlint/rules';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buildView } from './build-view.js';
import { diagnosticsAhead } from './diagnostics.js';
import { Earlier, isReadable } from './earlier.js';
import type { FileView, WorkspaceView } from './file-view.js';
import { nextTurn } from './next-turn.js';
import { pathOf, uriOf } from './uris.js';

/** What the service asks its surroundings. */
export interface ServiceHost {
  /** The settings of a file, by its path. Equal settings should be the same object. */
  settingsFor(path: string): FileSettings;
  /** Whether the settings leave the file out; default: they leave out none. */
  isIgnored?(path: string): boolean;
  /** Hears what a file says from now on; only its path: nothing. */
  given?(file: SourceFile | string): void;
}

/** Far above any manifest, in UTF-16 units, as for files on disk. */
const longest = 32 * 1024 * 1024;
/** Nobody should wait longer for others. Milliseconds. */
const slice = 12;

function endOfSlice(): () => boolean {
  const end = performance.now() + slice;
  return () => performance.now() >= end;
}

/**
 * Everything that is known of a workspace, without a word about how it came here: texts of open documents and of files,
 * by which it is judged anew after each change. Needs no file system and no client; runs in a browser.
 */
export class LanguageService implements WorkspaceView {
  private readonly session: Session;
  private readonly open = new Map<string, TextDocument>();
  private readonly files_ = new Map<string, SourceFile>();
  private readonly views = new Map<
    string,
    { readonly judged: JudgedFile; readonly version: number; readonly view: FileView }
  >();
  /** Documents of which the client has not heard yet what there is to say now. */
  private readonly unheard = new Set<string>();
  /** The same of files that are not open, by their paths. */
  private readonly unheardFiles = new Set<string>();
  /** Open documents as they were when all of them could last be read, by their paths. */
  private readonly readable = new Map<string, JudgedFile>();
  private readonly earlierOf = new WeakMap<FileView, Earlier>();
  private readonly changedAt = new Map<string, number>();
  private isStale = false;
  /** `in slices`: what has changed is not all judged, and somebody is at it. */
  private pace: 'at once' | 'in slices' = 'at once';
  private turn: Promise<void> | undefined;
  /** The paths of documents that somebody waits for. */
  private readonly wanted = new Set<string>();
  private resources: CustomResources | undefined;

  constructor(private readonly host: ServiceHost) {
    this.session = createSessionWith(catalogue, { settingsFor: (path) => host.settingsFor(path) });
  }

  /** A document that the client has open, new or with other text: its text counts, whatever is on disk. */
  setDocument(document: TextDocument): void {
    const path = pathOf(document.uri);
    this.open.set(path, document);
    this.changedAt.set(path, performance.now());
    this.unheard.add(document.uri);
    this.give(document.getText().length > longest ? { path, skipped: 'too long' } : { path, text: document.getText() });
  }

  /** A document that the client has open. */
  document(uri: string): TextDocument | undefined {
    return this.open.get(pathOf(uri));
  }

  /** What is on disk counts again. */
  closeDocument(uri: string): void {
    const path = pathOf(uri);
    this.open.delete(path);
    this.unheard.delete(uri);
    this.views.delete(path);
    this.readable.delete(path);
    this.changedAt.delete(path);
    this.unheardFiles.add(path);
    this.give(this.files_.get(path) ?? path);
  }

  setFile(file: SourceFile): void {
    this.files_.set(file.path, file);
    if (!this.open.has(file.path)) this.give(file);
  }

  removeFile(path: string): void {
    this.files_.delete(path);
    this.views.delete(path);
    this.unheardFiles.add(path);
    if (!this.open.has(path)) this.give(path);
  }

  /** Settings may be others now. */
  settingsChanged(): void {
    this.session.settingsChanged();
    this.isStale = true;
    for (const { uri } of this.open.values()) this.unheard.add(uri);
    for (const path of this.files_.keys()) this.unheardFiles.add(path);
  }

  /** What judges custom resources from now on. */
  setCustomResources(resources: CustomResources | undefined): void {
    if (this.resources === resources) return;
    this.resources = resources;
    this.session.setCustomResources(resources);
    this.isStale = true;
  }

  /**
   * What builds kustomizations, once `prepareBuilds` says so; the same again: what it depends on is something else.
   */
  setBuilds(builds: KustomizeBuilds | undefined): void {
    this.session.setBuilds(builds);
  }

  /** Does a part of the work that has to be done before the first build counts; returns whether all of it is done. */
  prepareBuilds(): boolean {
    if (!this.session.prepareBuilds()) return false;
    this.isStale = true;
    for (const { uri } of this.open.values()) this.unheard.add(uri);
    return true;
  }

  /** Whether a document is a kustomization that takes in too much to be built while somebody types. */
  isTooLarge(uri: string): boolean {
    this.update();
    return this.session.isTooLarge(pathOf(uri));
  }

  /** A file as it is known: unsaved text before what is on disk. */
  source(path: string): SourceFile | undefined {
    const document = this.open.get(path);
    return document ? { path, text: document.getText() } : this.files_.get(path);
  }

  get customResources(): CustomResources | undefined {
    return this.resources;
  }

  /**
   * Judges what has changed in slices, with the turn of others between them. Returns once there is something to say of a
   * document, or without one of all. Documents that somebody waits for come first, then those that were changed last.
   */
  async prepared(uri?: string): Promise<void> {
    const path = uri === undefined ? undefined : pathOf(uri);
    if (!this.isStale && this.pace === 'at once') return;
    if (path !== undefined) this.wanted.add(path);
    try {
      if (this.pace === 'at once') this.judgeSome();
      while (this.isPaused && (path === undefined || this.session.isPending(path)))
        await (this.turn ??= nextTurn().then(() => this.judgeSome()));
    } finally {
      if (path !== undefined) this.wanted.delete(path);
    }
  }

  /** The same, and what there is to say of the documents of which the client has not heard yet. */
  async worded(): Promise<void> {
    do await this.prepared();
    while (!(await this.wordAll()));
  }

  /** Returns whether nothing has changed in between. */
  private async wordAll(): Promise<boolean> {
    this.update();
    for (const uri of this.unheard) {
      const work = this.wording(pathOf(uri));
      for (let isOver = endOfSlice(); !work.next().done;) {
        if (!isOver()) continue;
        await nextTurn();
        if (this.isStale) return false;
        isOver = endOfSlice();
      }
    }
    return true;
  }

  private *wording(path: string): Generator<void> {
    const judged = this.session.file(path);
    if (!judged) return;
    yield* judged.ahead();
    yield* diagnosticsAhead(this.view(judged));
  }

  private get isPaused(): boolean {
    return this.pace === 'in slices';
  }

  private judgeSome(): void {
    this.turn = undefined;
    const open = [...this.open.keys()].sort((a, b) => this.changeOf(b) - this.changeOf(a));
    const isDone = this.session.prepareSome(endOfSlice(), [...this.wanted, ...open]);
    this.pace = isDone ? 'at once' : 'in slices';
    this.isStale = true;
  }

  private changeOf(path: string): number {
    return this.changedAt.get(path) ?? 0;
  }

  /**
   * Judges what has changed. Returns the URIs of open documents of which there is something to say since the last call.
   */
  news(): string[] {
    this.update();
    const news = [...this.unheard];
    this.unheard.clear();
    return news;
  }

  /** The same for files that are not open, or not any more. */
  newsOfFiles(): string[] {
    this.update();
    const news = [...this.unheardFiles].filter((path) => !this.open.has(path)).map(uriOf);
    this.unheardFiles.clear();
    return news;
  }

  private give(file: SourceFile | string): void {
    this.isStale = true;
    this.host.given?.(file);
    if (typeof file === 'string') this.session.remove(file);
    else this.session.set(file);
  }

  private update(): void {
    if (!this.isStale) return;
    this.isStale = false;
    for (const path of this.isPaused ? this.session.updateReady() : this.session.update()) {
      const document = this.open.get(path);
      if (document) this.unheard.add(document.uri);
      else this.unheardFiles.add(path);
      if (document) this.remember(path);
    }
  }

  private remember(path: string): void {
    const judged = this.session.file(path);
    if (judged && isReadable(judged)) this.readable.set(path, judged);
  }

  /** Milliseconds since an open document was changed. */
  age(uri: string): number {
    return performance.now() - this.changeOf(pathOf(uri));
  }

  /** There may be something else to say of a document, although nothing has changed. */
  hearAgain(uri: string): void {
    if (this.open.has(pathOf(uri))) this.unheard.add(uri);
  }

  /** The same of all files that are not open. */
  hearFilesAgain(): void {
    for (const path of this.files_.keys()) this.unheardFiles.add(path);
  }

  /** What an open document said before somebody began to type in it; undefined where it can be read as it is. */
  earlier(uri: string): Earlier | undefined {
    const now = this.anyFile(uri);
    const path = pathOf(uri);
    const last = this.readable.get(path);
    if (!now || !last || !this.isShown(last) || last === this.session.file(path)) return undefined;
    // Findings, lenses, hints and the status ask for the same text.
    const known = this.earlierOf.get(now) ?? new Earlier(last, now);
    this.earlierOf.set(now, known);
    return known;
  }

  /** Whether there is anything to see of a file that could be read. */
  private isShown({ path, isKubernetes }: JudgedFile): boolean {
    return isKubernetes || isKustomizationName(path);
  }

  /** The view of a file with Kubernetes objects, up to date; undefined for any other. */
  file(uri: string): FileView | undefined {
    this.update();
    const judged = this.session.file(pathOf(uri));
    return judged && this.isKubernetes(judged) && !this.host.isIgnored?.(judged.path) ? this.view(judged) : undefined;
  }

  /** Or was, before somebody began to type what cannot be read yet. */
  private isKubernetes(judged: JudgedFile): boolean {
    return judged.isKubernetes || (!isReadable(judged) && this.readable.get(judged.path)?.isKubernetes === true);
  }

  /** The view of a kustomization, which is none of Kubernetes' objects; undefined for any other file. */
  kustomization(uri: string): FileView | undefined {
    const path = pathOf(uri);
    return isKustomizationName(path) && !this.host.isIgnored?.(path) ? this.anyFile(uri) : undefined;
  }

  /** The same for any file: one that is still empty can become Kubernetes'. */
  anyFile(uri: string): FileView | undefined {
    this.update();
    const judged = this.session.file(pathOf(uri));
    return judged && this.view(judged);
  }

  *files(): Iterable<FileView> {
    this.update();
    for (const judged of this.session.files()) if (judged.isKubernetes) yield this.view(judged);
  }

  private view(judged: JudgedFile): FileView {
    const { path, text } = judged;
    const document = this.open.get(path);
    const version = document?.version ?? 0;
    const known = this.views.get(path);
    if (known?.judged === judged && known.version === version) return known.view;
    // Of a document that is not judged yet is said what its last text said.
    const isJudged = document?.getText() === text;
    const view = buildView(isJudged ? document : TextDocument.create(uriOf(path), 'yaml', version, text), judged);
    this.views.set(path, { judged, version, view });
    return view;
  }
}
