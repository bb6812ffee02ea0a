import type * as vscode from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { start, stop } from './extension.js';

/** On a desktop and on remote machines the server is a process of its own, run by the Node that the editor brings. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('server/stdio.mjs');
  const server = { module, transport: TransportKind.stdio };
  await start(context, (options: LanguageClientOptions) => new LanguageClient('podlint', 'podlint', server, options));
}

export async function deactivate(): Promise<void> {
  await stop();
}
