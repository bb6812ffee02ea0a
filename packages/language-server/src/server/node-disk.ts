import type { FileSettings } from '@podlint/engine';
import { ConfigError, Configs, isConfigName, manifestsIn, packageFile, readSource } from '@podlint/workspace';
import path from 'node:path';
import type { ConfigFiles, ConfigProblems, Disk } from './platform.js';
import { overOf, type Settings } from './settings.js';
import { isTemporary, writeTemporary } from './temporary-files.js';

export const nodeDisk: Disk = {
  manifestsIn: (folder) => manifestsIn(path.resolve(folder)).map(slashed),
  read: (file) => readSource(file, file),
  isConfig: (file) => isConfigName(file) || path.basename(file) === packageFile,
  temporary: writeTemporary,
  isTemporary,
  configs: (folder, settings) => new NodeConfigs(folder, settings),
};

class NodeConfigs implements ConfigFiles {
  private configs: Configs | ConfigProblems;

  constructor(folder: string, settings: Settings) {
    this.configs = attempt(
      () => new Configs({ cwd: path.resolve(folder), file: settings.config, over: overOf(settings) }),
    );
  }

  settingsFor(file: string): FileSettings | ConfigProblems {
    const { configs } = this;
    return configs instanceof Configs ? attempt(() => configs.settingsFor(path.resolve(file))) : configs;
  }

  isIgnored(file: string): boolean {
    const { configs } = this;
    return configs instanceof Configs && attempt(() => configs.isIgnored(path.resolve(file))) === true;
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
