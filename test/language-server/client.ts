import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createProtocolConnection, type InitializeParams, type InitializeResult, type ProtocolConnection, type PublishDiagnosticsParams } from 'vscode-languageserver/node';

const root = path.resolve(import.meta.dirname, '../../..');
const command = path.join(root, 'packages/cli/bundle/podlint.js');

/** A real client: it starts `podlint lsp --stdio` and talks to it as an editor does. */
export class Client {
  readonly connection: ProtocolConnection;
  /** The last answer for each document. */
  readonly published = new Map<string, PublishDiagnosticsParams>();
  private readonly waiting = new Set<() => void>();

  constructor(readonly process: ChildProcess) {
    this.connection = createProtocolConnection(process.stdout!, process.stdin!);
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      for (const check of [...this.waiting]) check();
    });
    this.connection.listen();
  }

  static async start(parameters: Partial<InitializeParams> = {}): Promise<Client & { readonly server: InitializeResult }> {
    const client = new Client(spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] }));
    const server = await client.connection.sendRequest<InitializeResult>('initialize', { processId: process.pid, rootUri: null, capabilities: {}, ...parameters });
    await client.connection.sendNotification('initialized', {});
    return Object.assign(client, { server });
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version, text } });
  }

  /** What the server says of that version of a document, once it does. */
  diagnostics(uri: string, version = 1): Promise<PublishDiagnosticsParams['diagnostics']> {
    return new Promise((resolve) => {
      const check = (): void => {
        const last = this.published.get(uri);
        if (last?.version !== version) return;
        this.waiting.delete(check);
        resolve(last.diagnostics);
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
