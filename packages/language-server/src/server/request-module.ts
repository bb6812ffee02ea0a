import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { ServerContext } from './context.js';

/**
 * One request of the protocol: what the client is told of it, and who answers. Each is a file of its own in
 * `requests/`.
 */
export interface RequestModule {
  readonly capabilities: ServerCapabilities | ((context: ServerContext) => ServerCapabilities);
  register(connection: Connection, context: ServerContext): void;
}
