import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands.js';
import { documentSelector } from './documents.js';
import { EffectivePods } from './effective-pod.js';
import { StatusBar } from './status-bar.js';
import { Timelines } from './timeline.js';

let running: BaseLanguageClient | undefined;

/** Starts the client and what surrounds it. Which documents are manifests is for the server to say. */
export async function start(context: vscode.ExtensionContext, makeClient: (options: LanguageClientOptions) => BaseLanguageClient): Promise<void> {
  const output = vscode.window.createOutputChannel('podlint', { log: true });
  const client = makeClient({ documentSelector, outputChannel: output });
  running = client;
  const effectivePods = new EffectivePods(client);
  const timelines = new Timelines(client);
  const statusBar = new StatusBar(client);
  context.subscriptions.push(output, effectivePods, timelines, statusBar, ...registerCommands({ client, output, effectivePods, timelines, statusBar }));
  await client.start();
  statusBar.update();
}

export async function stop(): Promise<void> {
  await running?.dispose();
  running = undefined;
}
