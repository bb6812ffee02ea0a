import { toolVersion } from '@podlint/model';
import {
  TextDocuments,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerContext } from './context.js';
import { commandsOf, hidingAskedBy, isAsked, type CommandsOf } from './client-options.js';
import type { CheckedWorkspace } from './check-workspace.js';
import type { ClientParameters } from './client-settings.js';
import type { Disk } from './platform.js';
import type { RequestModule } from './request-module.js';
import { requests } from './requests/index.js';
import type { Settings } from './settings.js';
import type { Told } from './told.js';
import type { Workspace } from './workspace.js';

/** Serves a client until it goes away. `disk`: undefined where no file can be read. */
export function startServer(connection: Connection, disk?: Disk): void {
  new Server(connection, disk).listen();
}

class Server implements ServerContext {
  private readonly documents = new TextDocuments(TextDocument);
  private parameters: ClientParameters = { capabilities: {} };
  private loading: Promise<Workspace> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly disk: Disk | undefined,
  ) {}

  client(): ClientCapabilities {
    return this.parameters.capabilities;
  }

  async told(): Promise<Told> {
    const workspace = await this.workspace();
    await workspace.defined();
    await workspace.service.prepared();
    return workspace.told;
  }

  isAsked(): boolean {
    return isAsked(this.parameters);
  }

  commands(): CommandsOf {
    const commands = commandsOf(this.parameters);
    return commands === 'server' && !this.disk ? 'nobody' : commands;
  }

  hidingAskedBy(): CommandsOf {
    return hidingAskedBy(this.parameters);
  }

  hasFiles(): boolean {
    return this.disk !== undefined;
  }

  async checkWorkspace(): Promise<CheckedWorkspace> {
    return (await this.workspace()).check();
  }

  async show(name: string, text: string): Promise<void> {
    const uri = this.disk?.temporary(name, text);
    if (uri !== undefined) await this.connection.window.showDocument({ uri, takeFocus: true });
  }

  surroundings(): ReturnType<ServerContext['surroundings']> {
    const { disk } = this;
    return {
      entriesIn: (folder) => disk?.entriesIn(folder) ?? [],
      kustomizationsNear: (file) => disk?.kustomizationsNear(file) ?? [],
    };
  }

  async service(): Promise<Workspace['service']> {
    const workspace = await this.workspace();
    await workspace.defined();
    return workspace.service;
  }

  async settings(uri: string): Promise<Settings> {
    return (await this.workspace()).clientSettings(uri);
  }

  /** The engine is loaded behind the answer to `initialize`, so that the server is ready before it. */
  private workspace(): Promise<Workspace> {
    return (this.loading ??= this.load());
  }

  private async load(): Promise<Workspace> {
    const [{ Workspace }, { installLateChecks }] = await Promise.all([
      import('./workspace.js'),
      import('@podlint/policy/late'),
    ]);
    installLateChecks();
    const workspace = new Workspace(
      this.connection,
      this.parameters,
      this.disk,
      (uri) => this.documents.get(uri)?.version,
    );
    await workspace.start();
    return workspace;
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onInitialize((parameters) => this.initialize(parameters));
    connection.onInitialized(() => this.tell(() => undefined));
    connection.onDidChangeConfiguration(({ settings }) =>
      this.tell((workspace) => workspace.configurationChanged(settings)),
    );
    connection.onDidChangeWatchedFiles(({ changes }) =>
      this.tell((workspace) => workspace.filesChanged(changes.map(({ uri }) => uri))),
    );
    documents.onDidChangeContent(({ document }) => this.tell((workspace) => this.changed(workspace, document)));
    documents.onDidSave(({ document }) => this.tell((workspace) => workspace.saved(document.uri)));
    documents.onDidClose(({ document }) => this.tell((workspace) => closed(workspace, document.uri)));
    for (const request of requests) request.register(connection, this);
    documents.listen(connection);
    connection.listen();
  }

  private initialize(parameters: InitializeParams): InitializeResult {
    this.parameters = parameters;
    return { capabilities: this.capabilities(), serverInfo: { name: 'podlint', version: toolVersion } };
  }

  private capabilities(): ServerCapabilities {
    const sync = { openClose: true, change: 2, save: true } as const;
    const of = ({ capabilities }: RequestModule): ServerCapabilities =>
      typeof capabilities === 'function' ? capabilities(this) : capabilities;
    return requests.reduce<ServerCapabilities>((all, request) => ({ ...all, ...of(request) }), {
      textDocumentSync: sync,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
  }

  /** What has happened goes to the workspace in the order in which it came. */
  private tell(news: (workspace: Workspace) => void): void {
    this.workspace()
      .then(news)
      .catch((error: unknown) =>
        this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
      );
  }

  private changed(workspace: Workspace, document: TextDocument): void {
    // What the server itself has made for the user to see is nobody's manifest.
    if (this.documents.get(document.uri) !== document || this.disk?.isTemporary(document.uri)) return;
    workspace.service.setDocument(document);
    workspace.publisher.schedule();
  }
}

function closed({ service, publisher }: Workspace, uri: string): void {
  service.closeDocument(uri);
  publisher.clear(uri);
  publisher.schedule();
}
