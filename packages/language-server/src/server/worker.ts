import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { GuardedReader } from './conduct/guarded-reader.js';
import { startServer } from './start.js';

/** What a worker has, as far as it is needed: `self` of the script that calls. */
export type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0];

/** Serves the page that made the worker. No files are read: what the client has open is all there is. */
export function serveWorker(scope: WorkerScope): void {
  const writer = new BrowserMessageWriter(scope);
  startServer(createConnection(new GuardedReader(new BrowserMessageReader(scope), writer), writer));
}
