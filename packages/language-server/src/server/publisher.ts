import type { Connection, Diagnostic } from 'vscode-languageserver';
import { nextTurn, type LanguageService } from '../service/index.js';
import type { Told } from './told.js';

/** Nobody waits longer than this for what was found, however fast the typing. Milliseconds. */
const longestWait = 1000;
const longestPause = 300;
/** Who has not typed for so long is told that the text cannot be read as it is. Milliseconds. */
export const typingPause = 800;

export interface PublisherOptions {
  /** The version of an open document that the client knows. */
  versionOf(uri: string): number | undefined;
  readonly told: Told;
  /** The client asks for what there is to say, and is only told when to ask again. */
  readonly isAsked: boolean;
  /** Whether more will be known soon; whoever knows then schedules. */
  isWaiting(): boolean;
  /**
   * Milliseconds to wait for the next change; undefined: twice as long as the last answer took, so that small files are
   * answered at once.
   */
  readonly pause?: number | undefined;
}

/**
 * Sends what was found in open documents, once all that has changed is judged: what is sent is of the version that it is
 * sent with, and never of one before what was sent last.
 */
export class DiagnosticsPublisher {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private later: ReturnType<typeof setTimeout> | undefined;
  private readonly halfTyped = new Set<string>();
  private waitingSince: number | undefined;
  private lastDuration = 0;
  /** Files that are not open, of which the client has something. */
  private readonly shown = new Set<string>();
  /** Files that are not open, and wait for their turn. */
  private readonly waiting = new Set<string>();
  private isTelling = false;

  constructor(
    private readonly connection: Connection,
    private readonly service: LanguageService,
    private readonly options: PublisherOptions,
  ) {}

  /** Something has changed. */
  schedule(): void {
    const now = performance.now();
    this.waitingSince ??= now;
    clearTimeout(this.timer);
    const pause = this.options.pause ?? Math.min(2 * this.lastDuration, longestPause);
    const left = Math.max(0, this.waitingSince + longestWait - now);
    this.timer = setTimeout(() => this.publish(), Math.min(pause, left));
  }

  /** There may be something else to say of every file, although the client has changed none. */
  allChanged(): void {
    if (this.options.isAsked) this.refresh();
    this.schedule();
  }

  /** A document is closed: of its file may be told what the file says, behind this. */
  clear(uri: string): void {
    if (!this.options.isAsked) this.send(uri, []);
  }

  private publish(): void {
    this.waitingSince = undefined;
    if (this.options.isWaiting()) return;
    const start = performance.now();
    void this.service
      .worded()
      .then(() => this.tell())
      .catch((error: unknown) =>
        this.connection.console.error(
          `podlint cannot judge this: ${error instanceof Error ? error.stack : String(error)}`,
        ),
      )
      .finally(() => (this.lastDuration = performance.now() - start));
  }

  private tell(): void {
    const news = this.service.news();
    if (this.options.isAsked) this.askAgain(news);
    else for (const uri of news) this.tellOfDocument(uri);
    this.tellLater(news.filter((uri) => this.service.age(uri) < typingPause && this.service.earlier(uri)));
    if (!this.options.isAsked) void this.tellOfFiles();
  }

  /** A client asks by itself about a document that it has changed, but knows nothing of others that this one changes. */
  private askAgain(news: readonly string[]): void {
    const hasNewsOfFiles = this.service.newsOfFiles().length > 0;
    if (news.length > 1 || hasNewsOfFiles) this.refresh();
  }

  private refresh(): void {
    void this.connection.sendRequest('workspace/diagnostic/refresh').catch(() => undefined);
  }

  /** What cannot be read may only be half typed. */
  private tellLater(uris: readonly string[]): void {
    for (const uri of uris) this.halfTyped.add(uri);
    if (this.halfTyped.size === 0) return;
    clearTimeout(this.later);
    this.later = setTimeout(() => {
      for (const uri of this.halfTyped) this.service.hearAgain(uri);
      this.halfTyped.clear();
      if (this.options.isAsked) this.refresh();
      else this.publish();
    }, typingPause);
  }

  private tellOfDocument(uri: string): void {
    this.shown.delete(uri);
    this.send(uri, this.options.told.ofDocument(uri));
  }

  /** Behind the documents that the user looks at, and in small parts, so that no answer has to wait for them. */
  private async tellOfFiles(): Promise<void> {
    for (const uri of this.service.newsOfFiles()) this.waiting.add(uri);
    if (this.isTelling) return;
    this.isTelling = true;
    for (const uri of this.waiting) {
      await nextTurn();
      this.waiting.delete(uri);
      if (!this.service.document(uri)) this.tellOfFile(uri);
    }
    this.isTelling = false;
  }

  private tellOfFile(uri: string): void {
    const found = this.options.told.ofFile(uri);
    if (found.length === 0 && !this.shown.has(uri)) return;
    if (found.length === 0) this.shown.delete(uri);
    else this.shown.add(uri);
    this.send(uri, found);
  }

  private send(uri: string, diagnostics: Diagnostic[]): void {
    const version = this.options.versionOf(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }
}
