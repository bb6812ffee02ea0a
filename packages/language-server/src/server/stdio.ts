import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeDisk } from './node-disk.js';
import { startServer } from './start.js';

/** Serves a client over standard input and output, and ends the process when the client goes away. */
export function serveStdio(): Promise<never> {
  // Twice what lives, and then it is time to collect: V8 would let the leavings of some hundred edits grow to four
  // times as much before it looks.
  setFlagsFromString('--heap-growing-percent=100');
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  // Whatever goes wrong, the editor keeps its server.
  const survive = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  startServer(connection, nodeDisk);
  return new Promise(() => undefined);
}
