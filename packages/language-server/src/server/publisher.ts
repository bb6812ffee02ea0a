import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnosticsOf } from '../service/diagnostics.js';
import type { ServerContext } from './context.js';

/** Sends what was found in open documents, of their newest version. */
export class DiagnosticsPublisher {
  private scheduled: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly context: ServerContext,
    private readonly documents: TextDocuments<TextDocument>,
  ) {}

  changed(document: TextDocument): void {
    void this.context.service().then((service) => {
      if (this.documents.get(document.uri)) service.setDocument(document);
      this.schedule();
    });
  }

  closed({ uri }: TextDocument): void {
    void this.context.service().then((service) => service.closeDocument(uri));
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private schedule(): void {
    clearTimeout(this.scheduled);
    this.scheduled = setTimeout(() => void this.publish(), 0);
  }

  private async publish(): Promise<void> {
    const service = await this.context.service();
    for (const uri of service.update()) {
      const view = service.file(uri);
      void this.connection.sendDiagnostics({ uri, version: this.documents.get(uri)?.version, diagnostics: view ? diagnosticsOf(view) : [] });
    }
  }
}
