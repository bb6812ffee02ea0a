import path from 'node:path';
import { defaultVersion, parseVersion, type KubernetesVersion } from '@podlint/model';
import type { Configs } from '@podlint/workspace';
import { askedVersion } from '../../command-line/asked-version.js';
import type { Console } from '../../command-line/console.js';
import { asUsage, configsOf } from '../../command-line/prepare.js';
import { kustomizeOption } from '../../command-line/values.js';
import type { DiffArguments } from './option-table.js';

/** What the command line and the config of the working directory say of a comparison. */
export interface DiffSettings {
  readonly isIgnored: (absolute: string) => boolean;
  readonly kustomize: 'on' | 'off';
  /** Files and folders with definitions of custom resources. */
  readonly crds: readonly string[] | undefined;
  readonly version: KubernetesVersion;
}

/** Reads the config once. Throws UsageError for an option or a config that is wrong. */
export function settingsOf(given: DiffArguments, console: Console): DiffSettings {
  try {
    const configs = configsOf({ kubernetesVersions: [], config: given.value('config') }, console.cwd);
    const { kustomize, crds } = configs.run;
    return {
      isIgnored: (absolute) => configs.isIgnored(absolute),
      kustomize: kustomizeOption(given.value('kustomize'), kustomize),
      crds: given.has('crds') ? given.values('crds') : crds,
      version: versionOf(given, configs, console),
    };
  } catch (error) {
    throw asUsage(error);
  }
}

/** The option, or what the config says last, or the newest. */
function versionOf(given: DiffArguments, configs: Configs, console: Console): KubernetesVersion {
  const asked = askedVersion(given, console);
  const configured = configs.settingsFor(path.join(console.cwd, 'manifest.yaml')).kubernetesVersions?.at(-1);
  return parseVersion(asked ?? configured ?? '') ?? defaultVersion;
}
