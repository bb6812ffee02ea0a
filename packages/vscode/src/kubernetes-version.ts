import { defaultVersion, versions, type KubernetesVersion } from '@podlint/model';
import * as vscode from 'vscode';
import type { RememberedVersion } from './remembered-version.js';

interface Choice extends vscode.QuickPickItem {
  readonly version: string | undefined;
}

interface Target extends vscode.QuickPickItem {
  write(version: string | undefined): Thenable<void>;
}

const setting = 'kubernetesVersion';

/** Asks for the version to check against, and then where that is to be kept: no file is written that was not named. */
export async function chooseKubernetesVersion(remembered: RememberedVersion): Promise<void> {
  const chosen = await vscode.window.showQuickPick(choices(remembered.version ?? configured()), {
    title: 'Kubernetes version to check against',
    matchOnDescription: true,
  });
  if (!chosen) return;
  const targets = chosen.version === undefined ? setTargets(remembered) : allTargets(remembered);
  if (targets.length === 0) return;
  const title = chosen.version === undefined ? 'No longer choose it in' : `Kubernetes ${chosen.version} for`;
  const target = await vscode.window.showQuickPick(targets, { title });
  await target?.write(chosen.version);
}

function configured(): string | readonly string[] | null | undefined {
  return vscode.workspace.getConfiguration('podlint').get(setting);
}

function allTargets(remembered: RememberedVersion): Target[] {
  const here: Target = {
    label: 'This workspace, for me',
    description: 'writes no file: VS Code remembers it',
    write: (version) => remembered.set(version),
  };
  const ofWorkspace = settingsTarget('This workspace, for all', 'in .vscode/settings.json', 'Workspace', remembered);
  const ofUser = settingsTarget('All workspaces, for me', 'in my settings.json', 'Global', remembered);
  return [here, ...(vscode.workspace.workspaceFolders ? [ofWorkspace] : []), ofUser];
}

/** Those in which something is chosen. */
function setTargets(remembered: RememberedVersion): Target[] {
  const { workspaceValue, globalValue } = vscode.workspace.getConfiguration('podlint').inspect(setting) ?? {};
  const isSet = [remembered.version, workspaceValue ?? undefined, globalValue ?? undefined];
  const [here, ...settings] = allTargets(remembered);
  const ofFiles = vscode.workspace.workspaceFolders ? isSet.slice(1) : isSet.slice(2);
  return [here!, ...settings].filter((_, index) => [isSet[0], ...ofFiles][index] !== undefined);
}

/** What is remembered goes over settings, and would hide what is written. */
function settingsTarget(
  label: string,
  description: string,
  target: 'Workspace' | 'Global',
  remembered: RememberedVersion,
): Target {
  return {
    label,
    description,
    write: async (version) => {
      await remembered.set(undefined);
      const settings = vscode.workspace.getConfiguration('podlint');
      await settings.update(setting, version, vscode.ConfigurationTarget[target]);
    },
  };
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
