import path from 'node:path';

/** What a config file can be called. Two of them in one folder are a mistake. */
export const configNames: readonly string[] = ['podlint.config.yaml', 'podlint.config.yml', 'podlint.config.json'];

/** Where the config is one key among others. */
export const packageFile = 'package.json';
const packageKey = 'podlint';

export function isConfigName(absolute: string): boolean {
  return configNames.includes(path.basename(absolute));
}

/** What a baseline is called unless the user calls it something else. */
export const baselineName = 'podlint-baseline.json';

/** Whether a file is one of podlint's own, by its name. */
export function isOwnName(absolute: string): boolean {
  return isConfigName(absolute) || path.basename(absolute) === baselineName;
}

/** The key that holds the config in a file of that name; undefined: all of it is config. */
export function sectionOf(absolute: string): string | undefined {
  return path.basename(absolute) === packageFile ? packageKey : undefined;
}
