import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';

interface HidingPlace {
  readonly place: string;
  readonly edit: WorkspaceEdit;
}

/** Asks where the rule of a finding is to be disabled, and disables it there. */
export async function disableRule(client: BaseLanguageClient, hidden: unknown): Promise<void> {
  const places = await client.sendRequest<readonly HidingPlace[]>('podlint/hidingPlaces', hidden);
  const { code } = hidden as { readonly code: string };
  const chosen = await vscode.window.showQuickPick(
    places.map(({ place, edit }) => ({ label: place.slice(0, 1).toUpperCase() + place.slice(1), edit })),
    { title: `Disable ${code}` },
  );
  const edit = chosen && (await client.protocol2CodeConverter.asWorkspaceEdit(chosen.edit));
  if (edit) await vscode.workspace.applyEdit(edit);
}
