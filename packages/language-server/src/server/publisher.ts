import type { Connection, Diagnostic } from 'vscode-languageserver';
import { diagnosticsOf } from '../service/diagnostics.js';
import type { LanguageService } from '../service/index.js';

/** Nobody waits longer than this for what was found, however fast the typing. Milliseconds. */
const longestWait = 1000;
const longestPause = 300;

export interface PublisherOptions {
  /** The version of an open document that the client knows. */
  versionOf(uri: string): number | undefined;
  /** Whether mistakes that every YAML reader reports are another server's to report. */
  hidesYamlErrors(uri: string): boolean;
  /**
   * Milliseconds to wait for the next change; undefined: twice as long as the last answer took, so that small files are
   * answered at once.
   */
  readonly pause?: number | undefined;
}

/**
 * Sends what was found in open documents. Judging is synchronous, so what is sent is of the version that it is sent
 * with, and never of one before what was sent last.
 */
export class DiagnosticsPublisher {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince: number | undefined;
  private lastDuration = 0;

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

  clear(uri: string): void {
    this.send(uri, []);
  }

  private publish(): void {
    this.waitingSince = undefined;
    const start = performance.now();
    try {
      for (const uri of this.service.news()) this.send(uri, this.diagnostics(uri));
    } catch (error) {
      this.connection.console.error(
        `podlint cannot judge this: ${error instanceof Error ? error.stack : String(error)}`,
      );
    }
    this.lastDuration = performance.now() - start;
  }

  private diagnostics(uri: string): Diagnostic[] {
    const view = this.service.file(uri);
    return view ? diagnosticsOf(view, this.options.hidesYamlErrors(uri) ? 'without-yaml-errors' : 'all') : [];
  }

  private send(uri: string, diagnostics: Diagnostic[]): void {
    const version = this.options.versionOf(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }
}
