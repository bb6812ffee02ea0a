import type { Connection, InitializeParams } from 'vscode-languageserver';
import { pathOf, uriOf } from '../service/uris.js';
import { readSettings, type Settings } from './settings.js';

/** A client that never answers must not keep the server from speaking. Milliseconds. */
const patience = 2000;
const section = 'podlint';

/** What a client says of itself when it connects. */
export type ClientParameters = Partial<InitializeParams> & Pick<InitializeParams, 'capabilities'>;

/** What the client's settings say: asked for where it can be asked, taken as it comes where not. */
export class ClientSettings {
  private readonly canBeAsked: boolean;
  /** The last that the client sent by itself. */
  private sent: unknown;

  constructor(
    private readonly connection: Connection,
    { capabilities, initializationOptions }: ClientParameters,
  ) {
    this.canBeAsked = capabilities.workspace?.configuration === true;
    this.sent = (initializationOptions as { readonly settings?: unknown } | undefined)?.settings;
  }

  /** @param settings of a workspace/didChangeConfiguration */
  receive(settings: unknown): void {
    const ours = (settings as Record<string, unknown> | null | undefined)?.[section];
    if (ours !== undefined) this.sent = ours;
  }

  /** The settings of each folder, and under the empty path those of what is in none. */
  async of(folders: readonly string[]): Promise<ReadonlyMap<string, Settings>> {
    const paths = ['', ...folders];
    const values = this.canBeAsked ? await this.ask(paths) : paths.map(() => this.sent);
    const problems = new Set<string>();
    const settings = new Map(
      paths.map((path, index): [string, Settings] => {
        const read = readSettings(values[index]);
        for (const problem of read.problems) problems.add(problem);
        return [path, read.settings];
      }),
    );
    for (const problem of problems) this.connection.console.warn(problem);
    return settings;
  }

  private async ask(paths: readonly string[]): Promise<readonly unknown[]> {
    const items = paths.map((path) => (path === '' ? { section } : { section, scopeUri: uriOf(path) }));
    try {
      return await within<readonly unknown[]>(patience, this.connection.workspace.getConfiguration(items));
    } catch (error) {
      this.connection.console.warn(
        `The settings could not be asked for: ${error instanceof Error ? error.message : String(error)}`,
      );
      return paths.map(() => this.sent);
    }
  }
}

function within<Result>(milliseconds: number, promise: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>(
    (_, reject) => (timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds)),
  );
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The folders that are open, by their paths. */
export function foldersOf({
  workspaceFolders,
  rootUri,
}: Pick<ClientParameters, 'workspaceFolders'> & { readonly rootUri?: string | null }): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map(pathOf);
}
