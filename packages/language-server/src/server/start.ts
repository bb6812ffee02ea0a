import { TextDocuments, type ClientCapabilities, type Connection, type InitializeResult, type ServerCapabilities } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/index.js';
import type { ServerContext } from './context.js';
import { DiagnosticsPublisher } from './publisher.js';
import { requests } from './requests/index.js';

/** Serves a client until it goes away. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  let loading: Promise<LanguageService> | undefined;
  let client: ClientCapabilities = {};
  const context: ServerContext = { service: () => (loading ??= loadService()), client: () => client };
  const publisher = new DiagnosticsPublisher(connection, context, documents);
  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    return { capabilities: capabilities(), serverInfo: { name: 'podlint', version: '0.1.0' } };
  });
  connection.onInitialized(() => void context.service());
  documents.onDidChangeContent(({ document }) => publisher.changed(document));
  documents.onDidClose(({ document }) => publisher.closed(document));
  for (const request of requests) request.register(connection, context);
  documents.listen(connection);
  connection.listen();
}

async function loadService(): Promise<LanguageService> {
  const { LanguageService } = await import('../service/index.js');
  return new LanguageService({ settingsFor: () => defaultSettings });
}

const defaultSettings = {};

function capabilities(): ServerCapabilities {
  return Object.assign({ textDocumentSync: { openClose: true, change: 2 } }, ...requests.map((request) => request.capabilities));
}
