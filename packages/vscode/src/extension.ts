import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { pushAll } from '@podlint/plain';
import { Builds } from './builds.js';
import { registerCommands } from './commands.js';
import { documentSelector } from './documents.js';
import { EffectivePods } from './effective-pod.js';
import { Pictures, lives as ofLives, references as ofReferences, timelines as ofTimelines } from './pictures.js';
import { RememberedVersion } from './remembered-version.js';
import { restart } from './restart.js';
import { StatusBar } from './status-bar.js';

let running: BaseLanguageClient | undefined;

/** Starts the client and what surrounds it. Which documents are manifests is for the server to say. */
export async function start(
  context: vscode.ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  const output = vscode.window.createOutputChannel('podlint', { log: true });
  const remembered = new RememberedVersion(context.workspaceState);
  const client = makeClient({
    documentSelector,
    middleware: { workspace: remembered.middleware },
    outputChannel: output,
    initializationOptions: () => ({ yamlServer: hasYamlExtension(), commands: 'own', diagnostics: 'push' }),
  });
  running = client;
  remembered.follow(client);
  const effectivePods = new EffectivePods(client);
  const builds = new Builds(client);
  const timelines = new Pictures(client, ofTimelines);
  const references = new Pictures(client, ofReferences);
  const lives = new Pictures(client, ofLives);
  const statusBar = new StatusBar(client);
  const shown = { effectivePods, builds, timelines, references, lives, statusBar };
  context.subscriptions.push(watchYamlExtension(client), output);
  pushAll(context.subscriptions, Object.values(shown));
  pushAll(context.subscriptions, registerCommands({ client, output, remembered, ...shown }));
  await client.start();
  statusBar.update();
}

/** Whether another server reports what every YAML reader finds. */
function hasYamlExtension(): boolean {
  return vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined;
}

function watchYamlExtension(client: BaseLanguageClient): vscode.Disposable {
  let known = hasYamlExtension();
  return vscode.extensions.onDidChange(() => {
    if (known === hasYamlExtension()) return;
    known = !known;
    void restart(client);
  });
}

export async function stop(): Promise<void> {
  await running?.dispose();
  running = undefined;
}
