import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Judges all files of the workspace; the server says how much was found, and the list of problems has it. */
export async function checkWorkspace(client: BaseLanguageClient): Promise<void> {
  const title = 'podlint checks the workspace';
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    client.sendRequest('workspace/executeCommand', { command: 'podlint.checkWorkspace' }),
  );
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}
