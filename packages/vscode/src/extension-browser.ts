import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { start, stop } from './extension.js';

/** In a page the server is a worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'server/worker.js').toString(true);
  const startWorker = (): Promise<Worker> => Promise.resolve(new Worker(script, { name: 'podlint' }));
  await start(context, (options: LanguageClientOptions) => new LanguageClient('podlint', 'podlint', startWorker, options));
}

export async function deactivate(): Promise<void> {
  await stop();
}
