import { defaultVersion, versions, type KubernetesVersion } from '@podlint/model';
import * as vscode from 'vscode';

interface Choice extends vscode.QuickPickItem {
  readonly version: string | undefined;
}

/**
 * Asks for the version to check against, and writes the setting: of the workspace if there is one, of the user if not.
 */
export async function chooseKubernetesVersion(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('podlint');
  const current = settings.get<string | readonly string[] | null>('kubernetesVersion');
  const chosen = await vscode.window.showQuickPick(choices(current), {
    title: 'Kubernetes version to check against',
    matchOnDescription: true,
  });
  if (!chosen) return;
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await settings.update('kubernetesVersion', chosen.version, target);
}

function choices(current: string | readonly string[] | null | undefined): Choice[] {
  const chosen = current === null || current === undefined ? [] : [current].flat();
  const fromConfig: Choice = {
    label: 'As the config file says',
    description: `${defaultVersion.name} where it says nothing${chosen.length === 0 ? ', in use' : ''}`,
    version: undefined,
  };
  return [fromConfig, ...versions.toReversed().map((version) => choice(version, chosen))];
}

function choice({ name, coverage }: KubernetesVersion, chosen: readonly string[]): Choice {
  const notes = [
    coverage === 'verified' ? '' : 'structure and feature gates only',
    chosen.includes(name) ? 'in use' : '',
  ];
  return { label: name, description: notes.filter(Boolean).join(', '), version: name };
}
