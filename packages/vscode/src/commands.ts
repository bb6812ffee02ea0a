import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { chooseScenario } from './choose-scenario.js';
import { documentFor } from './documents.js';
import type { Builds } from './builds.js';
import type { EffectivePods } from './effective-pod.js';
import { checkWorkspace } from './check-workspace.js';
import { disableRule } from './disable-rule.js';
import { chooseKubernetesVersion } from './kubernetes-version.js';
import type { Pictures } from './pictures.js';
import type { RememberedVersion } from './remembered-version.js';
import { restart } from './restart.js';
import type { StatusBar } from './status-bar.js';

interface Surroundings {
  readonly client: BaseLanguageClient;
  readonly output: vscode.LogOutputChannel;
  readonly effectivePods: EffectivePods;
  readonly builds: Builds;
  readonly timelines: Pictures;
  readonly references: Pictures;
  readonly lives: Pictures;
  readonly statusBar: StatusBar;
  readonly remembered: RememberedVersion;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

type Handler = (uri?: string, place?: Place) => Promise<void> | void;

/** Registers every command of package.json. A code lens calls them with the document, and the place it stands at. */
export function registerCommands({
  client,
  output,
  effectivePods,
  builds,
  timelines,
  references,
  lives,
  statusBar,
  remembered,
}: Surroundings): vscode.Disposable[] {
  const showLife = async (source: vscode.Uri, position: vscode.Position | undefined) => {
    const question = await chooseScenario(client, source, position);
    if (question) await lives.show(source, question);
  };
  const handlers: Readonly<Record<string, Handler>> = {
    'podlint.fixAll': fixAll,
    'podlint.showEffectivePod': (uri) => onDocument(uri, (source) => effectivePods.show(source)),
    'podlint.compareWithEffectivePod': (uri) => onDocument(uri, (source) => effectivePods.compare(source)),
    'podlint.showBuild': (uri) => onDocument(uri, (source) => builds.show(source)),
    'podlint.compareWithBuild': (uri) => onDocument(uri, (source) => builds.compare(source)),
    'podlint.showTimeline': (uri, place) =>
      onDocument(uri, (source) => timelines.show(source, { position: positionOf(uri, place) })),
    'podlint.showReferences': (uri) => onDocument(uri, (source) => references.show(source)),
    'podlint.showLife': (uri, place) => onDocument(uri, (source) => showLife(source, positionOf(uri, place))),
    'podlint.checkWorkspace': () => checkWorkspace(client),
    'podlint.chooseKubernetesVersion': () => chooseKubernetesVersion(remembered),
    'podlint.restart': () => restart(client).then(() => statusBar.update()),
    'podlint.showOutput': () => output.show(),
  };
  return [
    ...Object.entries(handlers).map(([command, handler]) =>
      vscode.commands.registerCommand(command, (...args: unknown[]) => handler(...readArguments(args))),
    ),
    // What quick fixes run; nobody calls it by its name.
    vscode.commands.registerCommand('podlint.disableRule', (hidden: unknown) => disableRule(client, hidden)),
  ];
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.podlint', apply: 'first' });
}

async function onDocument(uri: string | undefined, act: (source: vscode.Uri) => Promise<void>): Promise<void> {
  const source = documentFor(uri);
  if (source) await act(source);
  else void vscode.window.showInformationMessage('podlint: open a YAML or JSON file with a Kubernetes object first.');
}

/** From a menu a command gets a URI and more that is of no use here; from the palette nothing. */
function readArguments([uri, place]: readonly unknown[]): [string | undefined, Place | undefined] {
  if (uri instanceof vscode.Uri) return [uri.toString(), undefined];
  return typeof uri === 'string' ? [uri, place as Place | undefined] : [undefined, undefined];
}

/** The place that was clicked, or the cursor's. */
function positionOf(uri: string | undefined, place: Place | undefined): vscode.Position | undefined {
  if (place) return new vscode.Position(place.line, place.character);
  return uri === undefined ? vscode.window.activeTextEditor?.selection.active : undefined;
}
