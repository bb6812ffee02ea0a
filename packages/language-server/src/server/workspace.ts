import type { CustomResources, KustomizeBuilds } from '@podlint/engine';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Connection,
} from 'vscode-languageserver';
import { LanguageService, nextTurn, pathOf } from '../service/index.js';
import { isAsked, optionsOf } from './client-options.js';
import { countTold, type CheckedWorkspace } from './check-workspace.js';
import { ClientSettings, type ClientParameters, foldersOf } from './client-settings.js';
import { ConfigReports } from './config-reports.js';
import { Definitions } from './definitions.js';
import { Folders } from './folders.js';
import { Kustomizations } from './kustomizations.js';
import type { Disk } from './platform.js';
import { DiagnosticsPublisher, typingPause } from './publisher.js';
import { ReadingProgress } from './reading-progress.js';
import type { Settings } from './settings.js';
import { Told } from './told.js';
import { mostFiles, WorkspaceFiles } from './workspace-files.js';

/** Changes of files come in swarms: a checkout, an unpacked archive. Milliseconds. */
const swarm = 100;
/** Of so many files all is told; of more those that change, unless the settings ask for all. */
const mostTold = 1000;
const watched = ['**/*.{yaml,yml,json}', '**/.gitignore'];

/** What the server knows of its client's workspace: folders, settings, config files, manifests on disk. */
export class Workspace {
  readonly service: LanguageService;
  readonly told: Told;
  readonly publisher: DiagnosticsPublisher;
  private readonly folders: Folders;
  private readonly settings: ClientSettings;
  private readonly files: WorkspaceFiles | undefined;
  private readonly reports: ConfigReports;
  private readonly definitions: Definitions;
  /** Without a disk only open files are known, and what a kustomization names may be any other. */
  private readonly kustomizations: Kustomizations | undefined;
  private readonly options: ReturnType<typeof optionsOf>;
  private paths: readonly string[];
  private rescan: ReturnType<typeof setTimeout> | undefined;
  /** Somebody has asked for all files. */
  private areAllTold = false;
  /** Files that have changed since the server began. */
  private readonly changedPaths = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly parameters: ClientParameters,
    private readonly disk: Disk | undefined,
    versionOf: (uri: string) => number | undefined,
  ) {
    this.options = optionsOf(parameters);
    this.paths = foldersOf(parameters);
    this.folders = new Folders(disk);
    this.settings = new ClientSettings(connection, parameters);
    this.service = new LanguageService({
      settingsFor: (path) => this.folders.settingsFor(path),
      isIgnored: (path) => this.folders.isIgnored(path),
      given: (file) => {
        this.definitions.given(file);
        this.kustomizations?.given(file);
      },
    });
    this.definitions = new Definitions(disk?.definitions, (resources) => this.define(resources));
    this.kustomizations = disk && this.kustomizationsOn(disk);
    this.told = new Told(this.service, {
      hidesYamlErrors: (uri) => this.hidesYamlErrors(uri),
      isTyping: (uri) => this.service.age(uri) < typingPause,
      isTold: (uri) => this.isTold(pathOf(uri)),
      isWaitedFor: (uri) => this.kustomizations?.isWaitedFor(pathOf(uri)) ?? false,
    });
    this.publisher = new DiagnosticsPublisher(connection, this.service, {
      versionOf,
      told: this.told,
      isAsked: isAsked(parameters),
      isWaiting: () => this.definitions.waiting !== undefined,
      pause: this.options.pause,
    });
    this.files = disk && new WorkspaceFiles(disk, this.service);
    this.reports = new ConfigReports(connection);
  }

  private kustomizationsOn(disk: Disk): Kustomizations {
    return new Kustomizations({
      tree: () => disk.tree({ folders: this.paths, file: (path) => this.service.source(path) }),
      kustomizeOf: (path) => this.folders.kustomizeOf(path),
      isBelowKustomization: (path) => disk.isBelowKustomization(path),
      use: (builds) => this.useBuilds(builds),
      known: () => this.allChanged(),
    });
  }

  /** Asks for the settings, without which nothing can be said, and then looks at the files. */
  async start(): Promise<void> {
    this.listen();
    await this.readSettings();
    this.scan();
  }

  /** Waits until what the files define is known. */
  async defined(): Promise<void> {
    while (this.definitions.waiting) await this.definitions.waiting.catch(() => undefined);
  }

  /** In small parts, so that no answer has to wait for them. */
  private async useBuilds(builds: KustomizeBuilds | undefined): Promise<void> {
    this.service.setBuilds(builds);
    while (!this.service.prepareBuilds()) await nextTurn();
  }

  private allChanged(): void {
    this.publisher.allChanged();
    this.refresh();
  }

  private define(resources: CustomResources | undefined): void {
    this.service.setCustomResources(resources);
    this.publisher.schedule();
  }

  /** A document was saved: clients that do not watch files say at least that. */
  saved(uri: string): void {
    if (this.disk?.isConfig(pathOf(uri))) this.configChanged();
  }

  private listen(): void {
    const { client } = this.connection;
    const { workspace } = this.parameters.capabilities;
    const registered: Promise<unknown>[] = [];
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      registered.push(client.register(DidChangeConfigurationNotification.type, { section: 'podlint' }));
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration && this.disk)
      registered.push(
        client.register(DidChangeWatchedFilesNotification.type, {
          watchers: watched.map((globPattern) => ({ globPattern })),
        }),
      );
    void Promise.all(registered).catch((error: unknown) =>
      this.connection.console.warn(`The client does not tell of changes: ${String(error)}`),
    );
    if (workspace?.workspaceFolders)
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        this.changeFolders(
          added.map(({ uri }) => pathOf(uri)),
          removed.map(({ uri }) => pathOf(uri)),
        ),
      );
  }

  configurationChanged(settings: unknown): void {
    this.settings.receive(settings);
    void this.readSettings().catch((error: unknown) => this.connection.console.error(String(error)));
  }

  filesChanged(uris: readonly string[]): void {
    const paths = uris.map(pathOf);
    for (const path of paths) this.changedPaths.add(path);
    if (paths.some((path) => this.disk?.isConfig(path))) this.configChanged();
    const unknown = paths.filter((path) => !this.files?.changed(path));
    this.definitions.named(this.folders.named());
    if (unknown.length > 0) this.scan(swarm);
    this.publisher.schedule();
  }

  private changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.paths = [
      ...this.paths.filter((path) => !removed.includes(path)),
      ...added.filter((path) => !this.paths.includes(path)),
    ];
    void this.readSettings().then(() => this.scan());
  }

  private configChanged(): void {
    this.folders.reload();
    this.settled();
  }

  private async readSettings(): Promise<void> {
    this.folders.replace(await this.settings.of(this.paths));
    this.settled();
  }

  private settled(): void {
    this.service.settingsChanged();
    this.definitions.named(this.folders.named());
    this.kustomizations?.settingsChanged();
    this.reports.show(this.folders.configProblems);
    this.publisher.schedule();
    this.refresh();
  }

  /** What the client has asked for may be answered otherwise from now on. */
  private refresh(): void {
    const { workspace } = this.parameters.capabilities;
    if (workspace?.inlayHint?.refreshSupport) void this.connection.languages.inlayHint.refresh();
    if (workspace?.codeLens?.refreshSupport)
      void this.connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
  }

  /** Looks for manifests in the folders, after a while in which a later call takes the place of this one. */
  private scan(pause = 0): void {
    const { files } = this;
    if (!files) return;
    clearTimeout(this.rescan);
    this.rescan = setTimeout(() => void this.read(files), pause);
  }

  private async read(files: WorkspaceFiles): Promise<void> {
    const progress = new ReadingProgress(this.connection);
    const outcome = await files.find(this.paths, progress.report).finally(() => progress.done());
    if (outcome === 'too-many')
      this.connection.console.warn(
        `The workspace has more than ${mostFiles} manifests: what depends on other files is said of that many, and of those that are open.`,
      );
    this.kustomizations?.found();
    this.reports.show(this.folders.configProblems);
    this.publisher.schedule();
  }

  /** Judges all files, whatever the settings leave out, and tells of all of them from now on. */
  async check(): Promise<CheckedWorkspace> {
    this.areAllTold = true;
    if (this.files) {
      clearTimeout(this.rescan);
      await this.read(this.files);
    }
    await this.defined();
    await this.service.prepared();
    this.service.hearFilesAgain();
    this.publisher.allChanged();
    return countTold(this.service, this.told);
  }

  clientSettings(uri: string): Settings {
    return this.folders.clientSettingsFor(pathOf(uri));
  }

  /** Whether the client hears of a file that is not open. */
  private isTold(path: string): boolean {
    const { workspaceDiagnostics: wanted } = this.folders.clientSettingsFor(path);
    if (this.areAllTold) return true;
    const isChanged = this.changedPaths.has(path);
    if (wanted === 'auto') return isChanged || (this.files?.count ?? 0) <= mostTold;
    return wanted === 'all' || (wanted === 'changed' && isChanged);
  }

  private hidesYamlErrors(uri: string): boolean {
    const { yamlSyntaxErrors } = this.clientSettings(uri);
    return yamlSyntaxErrors === 'off' || (yamlSyntaxErrors === 'auto' && this.options.yamlServer === true);
  }
}
