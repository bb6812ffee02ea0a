import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { start, stop } from './extension.js';

/** In a page the server is a worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'server/worker.js');
  await start(
    context,
    (options: LanguageClientOptions) => new LanguageClient('podlint', 'podlint', () => startWorker(script), options),
  );
}

export async function deactivate(): Promise<void> {
  await stop();
}

/**
 * The script is read, and not named, since an editor does not start workers from addresses that only it can read
 * (`vscode-remote:`).
 */
async function startWorker(script: vscode.Uri): Promise<MessageTransports> {
  const source = await vscode.workspace.fs.readFile(script);
  const address = URL.createObjectURL(new Blob([Uint8Array.from(source)], { type: 'text/javascript' }));
  const worker = new Worker(address, { name: 'podlint' });
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
