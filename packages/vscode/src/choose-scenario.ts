import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, type Question } from './protocol.js';

interface Choice extends vscode.QuickPickItem {
  /** Undefined: one of one's own. */
  readonly scenario: string | undefined;
}

const ownScenario: Choice = { label: 'Another scenario...', scenario: undefined };
const example = 'app: exits 1 after 30s; deleted at 300s';

/** Which life is to be told: one of those that the server offers for the Pod, or what one writes; undefined: none. */
export async function chooseScenario(
  client: BaseLanguageClient,
  source: vscode.Uri,
  position: vscode.Position | undefined,
): Promise<Question | undefined> {
  const answer = await ask(client, 'podlint/life', source, { position });
  // Where there is no Pod the panel says so.
  if (!answer || !('scenarios' in answer)) return { position };
  const offered = answer.scenarios.map(({ title, text }): Choice => ({
    label: title,
    description: text,
    scenario: text,
  }));
  const chosen = await vscode.window.showQuickPick([...offered, ownScenario], {
    title: 'What happens to the Pod?',
    matchOnDescription: true,
  });
  if (!chosen) return undefined;
  const scenario = chosen.scenario ?? (await writeScenario());
  return scenario === undefined ? undefined : { position, scenario };
}

function writeScenario(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: 'What happens to the Pod?',
    prompt: `For example: ${example}`,
    ignoreFocusOut: true,
  });
}
