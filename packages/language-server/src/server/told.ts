import type { Diagnostic } from 'vscode-languageserver';
import { calmDiagnostics } from '../service/calm-diagnostics.js';
import { diagnosticsOf, problemsOf, type Which } from '../service/diagnostics.js';
import type { FileView, LanguageService } from '../service/index.js';

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
    const view = this.viewOf(uri);
    if (!view) return [];
    const which = this.which(uri);
    const earlier = this.service.earlier(uri);
    return earlier
      ? calmDiagnostics(view, earlier, { which, isTyping: this.options.isTyping(uri) })
      : diagnosticsOf(view, which);
  }

  /** Of a file that is not: what only helps whoever reads it is left out. */
  ofFile(uri: string): Diagnostic[] {
    const view = this.options.isTold(uri) ? this.viewOf(uri) : undefined;
    return view ? problemsOf(view, this.which(uri)) : [];
  }

  private viewOf(uri: string): FileView | undefined {
    return this.options.isWaitedFor(uri) ? undefined : (this.service.file(uri) ?? this.service.kustomization(uri));
  }

  private which(uri: string): Which {
    return this.options.hidesYamlErrors(uri) ? 'without-yaml-errors' : 'all';
  }
}
