import type { Diagnostic } from 'vscode-languageserver';
import { calmDiagnostics } from '../service/calm-diagnostics.js';
import { diagnosticsOf } from '../service/diagnostics.js';
import type { LanguageService } from '../service/index.js';

interface ToldOptions {
  /** Whether mistakes that every YAML reader reports are another server's to report. */
  hidesYamlErrors(uri: string): boolean;
  /** Whether a document was changed just now, and may be changed on. */
  isTyping(uri: string): boolean;
  /** Whether the client is told of a file that is not open. */
  isTold(uri: string): boolean;
  /** Whether nobody can say yet through which kustomizations a file is judged. */
  isWaitedFor(uri: string): boolean;
}

/** What a client is told of files, whether it waits to be told or asks. */
export class Told {
  constructor(
    private readonly service: LanguageService,
    private readonly options: ToldOptions,
  ) {}

  /** Of a document that is open. */
  ofDocument(uri: string): Diagnostic[] {
    const view = this.service.file(uri) ?? this.service.kustomization(uri);
    if (!view || this.options.isWaitedFor(uri)) return [];
    const which = this.options.hidesYamlErrors(uri) ? 'without-yaml-errors' : 'all';
    const earlier = this.service.earlier(uri);
    return earlier
      ? calmDiagnostics(view, earlier, { which, isTyping: this.options.isTyping(uri) })
      : diagnosticsOf(view, which);
  }

  /** Of a file that is not: what only helps whoever reads it is left out. */
  ofFile(uri: string): Diagnostic[] {
    return this.options.isTold(uri) ? this.ofDocument(uri).filter(({ severity = 1 }) => severity <= 2) : [];
  }
}
