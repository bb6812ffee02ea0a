import { setFlagsFromString } from 'node:v8';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  type MessageReader,
} from 'vscode-languageserver/node';
import { GuardedReader } from './conduct/guarded-reader.js';
import { WholeWriter } from './conduct/whole-writer.js';
import { nodeDisk } from './node-disk.js';
import { startServer } from './start.js';

/** Milliseconds after which a message that has begun is not waited for any more. */
const patience = 60_000;

/** Serves a client over standard input and output, and ends the process when the client goes away. */
export function serveStdio(): Promise<never> {
  // Twice what lives, and then it is time to collect: V8 would let the leavings of some hundred edits grow to four
  // times as much before it looks.
  setFlagsFromString('--heap-growing-percent=100');
  const writer = new WholeWriter(process.stdout);
  const reader = new GuardedReader(new StreamMessageReader(process.stdin), writer);
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  // Whatever goes wrong, the editor keeps its server.
  const survive = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  endWithout(reader);
  process.stdin.on('close', () => process.exit(reader.gate.isShutDown ? 0 : 1));
  startServer(connection, nodeDisk);
  return new Promise(() => undefined);
}

/**
 * Behind a broken header nobody knows where the next message begins: the client has to start a new server. A body that is
 * no JSON costs that message alone.
 */
function endWithout(reader: MessageReader): void {
  const end = (why: string): never => {
    process.stderr.write(`podlint: ${why}\n`);
    process.exit(1);
  };
  reader.onError((error) => {
    if (!(error instanceof SyntaxError))
      end(`the client sent what is no message: ${error.message.split('\n', 1)[0] ?? ''}`);
  });
  reader.onPartialMessage(({ waitingTime }) => {
    if (waitingTime >= patience) end('the rest of a message of the client does not come');
  });
}
