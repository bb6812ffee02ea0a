import type { ContentTypeEncoder, Diagnostic, Message, PublishDiagnosticsParams } from 'vscode-languageserver/node';

interface Published {
  readonly jsonrpc: string;
  readonly method: string;
  readonly params: PublishDiagnosticsParams;
}

/** Of diagnostics that were sent. None of them changes: a diagnostic that says something else is another one. */
const known = new WeakMap<Diagnostic, string>();

/**
 * Writes messages as JSON. A long document may have thousands of diagnostics, of which a key in it changes a few: those
 * that were sent before are not written anew.
 */
export const encoder: ContentTypeEncoder = {
  name: 'application/json',
  encode: (message, { charset }) => Promise.resolve(Buffer.from(textOf(message), charset)),
};

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
