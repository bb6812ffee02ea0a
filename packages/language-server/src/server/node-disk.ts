import { definitionsIn, objectsOfKinds, type FileSettings, type SourceFile } from '@podlint/engine';
import {
  ConfigError,
  Configs,
  isConfigName,
  manifestsIn,
  packageFile,
  readSource,
  sourcesNow,
} from '@podlint/workspace';
import { means } from '@podlint/workspace/known-objects';
import path from 'node:path';
import type { ConfigFiles, ConfigProblems, Disk, NamedInConfigs } from './platform.js';
import { overOf, type Settings } from './settings.js';
import { isTemporary, writeTemporary } from './temporary-files.js';

export const nodeDisk: Disk = {
  manifestsIn: (folder) => manifestsIn(path.resolve(folder)).map(slashed),
  read: (file) => readSource(file, file),
  isConfig: (file) => isConfigName(file) || path.basename(file) === packageFile,
  temporary: writeTemporary,
  isTemporary,
  definitions: means,
  configs: (folder, settings) => new NodeConfigs(folder, settings),
};

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

  named(): NamedInConfigs {
    const { configs, cwd } = this;
    const run = configs instanceof Configs ? attempt(() => configs.run) : {};
    const { crds = [], policies = [] } = 'text' in run ? {} : run;
    const sources = (names: readonly string[]): SourceFile[] => (names.length === 0 ? [] : sourcesNow(names, { cwd }));
    return {
      definitions: sources(crds).flatMap(definitionsIn),
      policies: sources(policies).flatMap((source) => objectsOfKinds(source, undefined)),
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

function slashed(absolute: string): string {
  return absolute.replaceAll(path.sep, '/');
}
