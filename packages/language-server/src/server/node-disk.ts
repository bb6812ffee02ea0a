import { definitionsIn, objectsOfKinds, skaffoldNames, type FileSettings, type SourceFile } from '@podlint/engine';
import type { RunSettings } from '@podlint/engine/config';
import {
  ConfigError,
  Configs,
  DiskTree,
  isConfigName,
  kustomizationsAbove,
  kustomizationsAround,
  manifestsIn,
  packageFile,
  readSource,
  sourcesNow,
} from '@podlint/workspace';
import { means } from '@podlint/workspace/known-objects';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { FolderEntry } from '../features/kustomization/around.js';
import type { ConfigFiles, ConfigProblems, Disk, NamedInConfigs } from './platform.js';
import { overOf, type Settings } from './settings.js';
import { isTemporary, writeTemporary } from './temporary-files.js';

export const nodeDisk: Disk = {
  manifestsIn: (folder) => manifestsIn(path.resolve(folder)).map(slashed),
  read: (file) => readSource(file, file),
  entriesIn,
  kustomizationsNear: (file) => kustomizationsAround([path.resolve(file)]).map(slashed),
  isConfig: (file) => isConfigName(file) || [packageFile, ...skaffoldNames].includes(path.basename(file)),
  isBelowKustomization: (file) => kustomizationsAbove(path.resolve(file)).length > 0,
  tree: ({ folders, file }) =>
    new DiskTree('/', {
      folderName: (absolute) => nameIn(folders, slashed(absolute)),
      fileName: slashed,
      ofRun: (absolute) => file(slashed(absolute)),
    }),
  temporary: writeTemporary,
  isTemporary,
  definitions: means,
  configs: (folder, settings) => new NodeConfigs(folder, settings),
};

function entriesIn(folder: string): FolderEntry[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry): FolderEntry[] => {
      if (entry.isDirectory()) return [{ name: entry.name, what: 'folder' }];
      return entry.isFile() ? [{ name: entry.name, what: 'file' }] : [];
    });
  } catch {
    return [];
  }
}

class NodeConfigs implements ConfigFiles {
  private configs: Configs | ConfigProblems;

  private readonly cwd: string;

  constructor(folder: string, settings: Settings) {
    this.cwd = path.resolve(folder);
    this.configs = attempt(() => new Configs({ cwd: this.cwd, file: settings.config, over: overOf(settings) }));
  }

  settingsFor(file: string): FileSettings | ConfigProblems {
    const { configs } = this;
    return configs instanceof Configs ? attempt(() => configs.settingsFor(path.resolve(file))) : configs;
  }

  isIgnored(file: string): boolean {
    const { configs } = this;
    return configs instanceof Configs && attempt(() => configs.isIgnored(path.resolve(file))) === true;
  }

  get kustomize(): 'on' | 'off' {
    return this.run?.kustomize ?? 'on';
  }

  private get run(): RunSettings | undefined {
    const { configs } = this;
    const run = configs instanceof Configs ? attempt(() => configs.run) : undefined;
    return run && 'problems' in run ? undefined : run;
  }

  named(): NamedInConfigs {
    const { cwd } = this;
    const { crds = [], policies = [], enableAdmissionPlugins: plugins = [] } = this.run ?? {};
    const sources = (names: readonly string[]): SourceFile[] => (names.length === 0 ? [] : sourcesNow(names, { cwd }));
    return {
      definitions: sources(crds).flatMap(definitionsIn),
      policies: sources(policies).flatMap((source) => objectsOfKinds(source, undefined)),
      plugins,
    };
  }
}

/** What a config file says, or what is wrong with it. */
function attempt<Result>(ask: () => Result): Result | ConfigProblems {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {
      text: error.message,
      problems: error.places.map(({ absolute, line, column, message }) => ({
        path: slashed(absolute),
        line,
        column,
        message,
      })),
    };
  }
}

/** By the way from the innermost folder that holds it; of several folders each has its name before the way. */
function nameIn(folders: readonly string[], absolute: string): string {
  const above = folders.filter((folder) => absolute === folder || absolute.startsWith(`${folder}/`));
  const [innermost] = above.sort((a, b) => b.length - a.length);
  if (innermost === undefined) return absolute;
  const start = folders.length === 1 ? innermost : path.posix.dirname(innermost);
  return path.posix.relative(start, absolute) || '.';
}

function slashed(absolute: string): string {
  return absolute.replaceAll(path.sep, '/');
}
