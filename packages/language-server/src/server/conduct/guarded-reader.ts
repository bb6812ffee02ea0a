import type { DataCallback, Disposable, Message, MessageReader, MessageWriter } from 'vscode-languageserver';
import { Gate } from './gate.js';

/** Reads the messages of a client, and answers those that may not go on. */
export class GuardedReader implements MessageReader {
  readonly gate = new Gate();

  constructor(
    private readonly reader: MessageReader,
    private readonly writer: MessageWriter,
  ) {}

  get onError(): MessageReader['onError'] {
    return this.reader.onError;
  }

  get onClose(): MessageReader['onClose'] {
    return this.reader.onClose;
  }

  get onPartialMessage(): MessageReader['onPartialMessage'] {
    return this.reader.onPartialMessage;
  }

  listen(callback: DataCallback): Disposable {
    return this.reader.listen((message) => {
      const passage = this.gate.passageOf(message);
      if (passage === 'passes') callback(message);
      else if (passage !== 'dropped') void this.writer.write(refusal(message, passage));
    });
  }

  dispose(): void {
    this.reader.dispose();
  }
}

function refusal(message: Message, error: { readonly code: number; readonly message: string }): Message {
  return { jsonrpc: '2.0', ...('id' in message && { id: message.id }), error } as Message;
}
