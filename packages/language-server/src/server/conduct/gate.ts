import { ErrorCodes, type Message } from 'vscode-languageserver';
import { paramsProblem } from './params.js';

/** What is done with a message of the client: it goes on, it is left out, or it is answered with an error. */
export type Passage = 'passes' | 'dropped' | { readonly code: number; readonly message: string };

interface Called extends Message {
  readonly id?: number | string | null;
  readonly method: string;
  readonly params?: unknown;
}

/** The order in which a client may say things (Language Server Protocol 3.17, Server lifecycle). */
export class Gate {
  private state: 'new' | 'serving' | 'shut down' = 'new';

  get isShutDown(): boolean {
    return this.state === 'shut down';
  }

  passageOf(message: Message): Passage {
    // What has no method is an answer to the server.
    if (!isCalled(message)) return 'passes';
    const isRequest = message.id !== undefined && message.id !== null;
    const problem = this.problemOf(message);
    if (problem) return isRequest ? problem : 'dropped';
    if (message.method === 'initialize') this.state = 'serving';
    if (message.method === 'shutdown') this.state = 'shut down';
    return 'passes';
  }

  private problemOf({ method, params }: Called): Exclude<Passage, string> | undefined {
    if (method === 'exit') return undefined;
    if (this.state === 'new' && method !== 'initialize')
      return { code: ErrorCodes.ServerNotInitialized, message: `"${method}" came before "initialize"` };
    if (this.state === 'serving' && method === 'initialize')
      return { code: ErrorCodes.InvalidRequest, message: '"initialize" came a second time' };
    if (this.state === 'shut down')
      return { code: ErrorCodes.InvalidRequest, message: `"${method}" came after "shutdown"` };
    const wrong = paramsProblem(method, params);
    return wrong === undefined ? undefined : { code: ErrorCodes.InvalidParams, message: `"${method}": ${wrong}` };
  }
}

/** What comes from outside may be anything that JSON can say. */
function isCalled(message: Message | null): message is Called {
  return typeof message === 'object' && message !== null && 'method' in message && typeof message.method === 'string';
}
