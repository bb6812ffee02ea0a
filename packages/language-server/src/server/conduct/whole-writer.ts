import type { Writable } from 'node:stream';
import {
  AbstractMessageWriter,
  type Diagnostic,
  type Message,
  type MessageWriter,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

interface Published {
  readonly jsonrpc: string;
  readonly method: string;
  readonly params: PublishDiagnosticsParams;
}

/** Of diagnostics that were sent. None of them changes: a diagnostic that says something else is another one. */
const known = new WeakMap<Diagnostic, string>();

/**
 * Sends each message whole, its header with it, where the library's own writer sends them one after the other: a client
 * wakes up once. A long document may have thousands of diagnostics, of which a key in it changes a few: those that were
 * sent before are not made into JSON anew.
 */
export class WholeWriter extends AbstractMessageWriter implements MessageWriter {
  private failures = 0;

  constructor(private readonly stream: Writable) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** @throws what the stream says where it takes no more, once somebody has heard it */
  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.write(bytesOf(message), (error) => {
        if (error) {
          this.fireError(error, message, ++this.failures);
          reject(error);
        } else resolve();
      });
    });
  }

  end(): void {
    this.stream.end();
  }
}

function bytesOf(message: Message): Buffer {
  const body = textOf(message);
  const length = Buffer.byteLength(body);
  const head = `Content-Length: ${length}\r\n\r\n`;
  const bytes = Buffer.allocUnsafe(head.length + length);
  bytes.write(head, 'latin1');
  bytes.write(body, head.length, 'utf8');
  return bytes;
}

function textOf(message: Message): string {
  if (!isPublished(message)) return JSON.stringify(message);
  const { jsonrpc, method, params } = message;
  const { diagnostics, ...others } = params;
  const head = JSON.stringify({ jsonrpc, method, params: { ...others, diagnostics: [] } });
  return `${head.slice(0, -']}}'.length)}${diagnostics.map(textOfOne).join(',')}]}}`;
}

function isPublished(message: Message): message is Message & Published {
  return 'method' in message && message.method === 'textDocument/publishDiagnostics';
}

function textOfOne(diagnostic: Diagnostic): string {
  let text = known.get(diagnostic);
  if (text === undefined) known.set(diagnostic, (text = JSON.stringify(diagnostic)));
  return text;
}
