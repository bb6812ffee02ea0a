import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './start.js';

/** Serves a client over standard input and output, and ends the process when the client goes away. */
export function serveStdio(): Promise<never> {
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
  return new Promise(() => undefined);
}
