import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  type InitializeParams,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';

export interface ServerCommand {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  readonly options?: unknown;
  /** What it is answered under `workspace/configuration`, by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A language server in a process of its own, as an editor has it. */
export class MeasuredServer {
  private readonly connection: ProtocolConnection;
  private heard: ((params: PublishDiagnosticsParams) => void) | undefined;

  private constructor(private readonly child: ChildProcess) {
    this.connection = createProtocolConnection(child.stdout!, child.stdin!);
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.heard?.(params),
    );
  }

  /** Milliseconds from the start of the process to the answer to `initialize`. */
  static async start({
    args,
    options,
    settings = {},
  }: ServerCommand): Promise<{ readonly server: MeasuredServer; readonly ready: number }> {
    const begin = performance.now();
    const server = new MeasuredServer(spawn(process.execPath, [...args], { stdio: ['pipe', 'pipe', 'ignore'] }));
    const { connection } = server;
    connection.onRequest(
      'workspace/configuration',
      ({ items }: { readonly items: readonly { readonly section?: string }[] }) =>
        items.map(({ section = '' }) => settings[section] ?? null),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    const parameters: InitializeParams = {
      processId: process.pid,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol asks for it all the same
      rootUri: null,
      capabilities: {
        workspace: { configuration: true },
        textDocument: { publishDiagnostics: { versionSupport: true } },
      },
      initializationOptions: options,
    };
    await connection.sendRequest('initialize', parameters);
    const ready = performance.now() - begin;
    await connection.sendNotification('initialized', {});
    return { server, ready };
  }

  /** Milliseconds until what was found in a document is there. */
  open(uri: string, text: string): Promise<number> {
    return this.measure(uri, 1, () =>
      this.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version: 1, text },
      }),
    );
  }

  /** Milliseconds until what was found after a change is there. */
  change(uri: string, version: number, change: TextDocumentContentChangeEvent): Promise<number> {
    return this.measure(uri, version, () =>
      this.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [change],
      }),
    );
  }

  /** Asks for hovers over a document until something is done, one after the other; milliseconds of the longest answer. */
  async longestHover(uri: string, position: Position, done: Promise<unknown>): Promise<number> {
    const state = { isDone: false };
    void done.then(() => (state.isDone = true));
    let longest = 0;
    while (!state.isDone) {
      const begin = performance.now();
      await this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
      longest = Math.max(longest, performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return longest;
  }

  private async measure(uri: string, version: number, send: () => Promise<void>): Promise<number> {
    const begin = performance.now();
    const heard = new Promise<void>((resolve) => {
      // Not every server says which version it speaks of.
      this.heard = (params) => {
        if (params.uri === uri && (params.version ?? version) === version) resolve();
      };
    });
    await send();
    await heard;
    return performance.now() - begin;
  }

  /** Resident memory of the process, in MB; undefined where the system does not tell. */
  get memory(): number | undefined {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))![1]) / 1024;
    } catch {
      return undefined;
    }
  }

  /** Processor time that the process has used, in milliseconds; undefined where the system does not tell. */
  get processorTime(): number | undefined {
    try {
      const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      // In hundredths of a second: user and system time, proc(5).
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
  }
}
