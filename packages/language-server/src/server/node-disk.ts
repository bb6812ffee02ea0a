import { definitionsIn, type FileSettings } from '@podlint/engine';
import {
  ConfigError,
  Configs,
  isConfigName,
  kustomizationsAround,
  manifestsIn,
  packageFile,
  readSource,
  sourcesNow,
} from '@podlint/workspace';
import { meansFor } from '@podlint/workspace/known-objects';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { FolderEntry } from '../features/kustomization/around.js';
import type { ConfigFiles, ConfigProblems, Disk } from './platform.js';
import { overOf, type Settings } from './settings.js';
import { isTemporary, writeTemporary } from './temporary-files.js';

export const nodeDisk: Disk = {
  manifestsIn: (folder) => manifestsIn(path.resolve(folder)).map(slashed),
  read: (file) => readSource(file, file),
  entriesIn,
  kustomizationsNear: (file) => kustomizationsAround([path.resolve(file)]).map(slashed),
  isConfig: (file) => isConfigName(file) || path.basename(file) === packageFile,
  temporary: writeTemporary,
  isTemporary,
  definitions: meansFor(),
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

  definitions(): readonly object[] {
    const { configs, cwd } = this;
    const run = configs instanceof Configs ? attempt(() => configs.run) : undefined;
    const crds = run && 'crds' in run ? (run.crds ?? []) : [];
    return crds.length === 0 ? [] : sourcesNow(crds, { cwd }).flatMap(definitionsIn);
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

function slashed(absolute: string): string {
  return absolute.replaceAll(path.sep, '/');
}
