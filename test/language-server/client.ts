import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import {
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

const root = path.resolve(import.meta.dirname, '../../..');
const command = path.join(root, 'packages/cli/bundle/podlint.js');

/** A real client: it starts `podlint lsp --stdio` and talks to it as an editor does. */
export class Client {
  readonly connection: ProtocolConnection;
  /** The last answer for each document. */
  readonly published = new Map<string, PublishDiagnosticsParams>();
  private readonly waiting = new Set<() => void>();

  /** What the client's user has set; sent where the server asks. */
  settings: unknown = {};

  constructor(readonly process: ChildProcess) {
    this.connection = createProtocolConnection(process.stdout!, process.stdin!);
    this.connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.receive(params),
    );
    this.connection.listen();
  }

  receive(params: PublishDiagnosticsParams): void {
    this.published.set(params.uri, params);
    for (const check of [...this.waiting]) check();
  }

  static async start(
    parameters: Partial<InitializeParams> = {},
    settings: unknown = {},
  ): Promise<Client & { readonly server: InitializeResult }> {
    const client = new Client(
      spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    client.settings = settings;
    const server = await client.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      ...parameters,
    });
    await client.connection.sendNotification('initialized', {});
    return Object.assign(client, { server });
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version, text },
    });
  }

  async change(uri: string, text: string, version: number): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** What the server says of that version of a document, once it does. */
  async diagnostics(uri: string, version = 1): Promise<PublishDiagnosticsParams['diagnostics']> {
    return (await this.until(uri, (last) => last.version === version)).diagnostics;
  }

  /** The codes that are said of a document, once a code is among them, or is not any more. */
  async codes(uri: string, code: string, expected: 'there' | 'gone'): Promise<unknown[]> {
    const { diagnostics } = await this.until(
      uri,
      (last) => last.diagnostics.some((found) => found.code === code) === (expected === 'there'),
    );
    return diagnostics.map((found) => found.code);
  }

  /** The last answer for a document, once it is as it should be. */
  until(uri: string, accept: (last: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => {
      const check = (): void => {
        const last = this.published.get(uri);
        if (!last || !accept(last)) return;
        this.waiting.delete(check);
        resolve(last);
      };
      this.waiting.add(check);
      check();
    });
  }

  /** Asks the server to end, as the protocol has it, and returns its exit code. */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return exited;
  }
}
