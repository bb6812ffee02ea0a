import { existsSync } from 'node:fs';
import path from 'node:path';
import { configNames, packageFile } from './names.js';

/**
 * The file that `extends` of a config names: by its path from there, or, as other tools have it, a package in a
 * node_modules folder on the way up. Undefined: there is none.
 */
export function extendedFile(name: string, config: string): string | undefined {
  const folder = path.dirname(config);
  const beside = path.resolve(folder, name);
  if (existsSync(beside)) return beside;
  return /^\.{0,2}[\\/]/.test(name) || path.isAbsolute(name) ? undefined : inPackages(name, folder);
}

function inPackages(name: string, folder: string): string | undefined {
  const package_ = path.join(folder, 'node_modules', name);
  if (isConfigFile(name) && existsSync(package_)) return package_;
  const found = [...configNames, packageFile].map((file) => path.join(package_, file)).find((file) => existsSync(file));
  const parent = path.dirname(folder);
  return found ?? (parent === folder ? undefined : inPackages(name, parent));
}

/** By its name: what else a machine holds is never read as a config, and so never shown. */
export function isConfigFile(file: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(file);
}
