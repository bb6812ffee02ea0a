import path from 'node:path';
import { own } from '@podlint/plain';
import type { Console } from '../../command-line/console.js';

/** Where the platforms check a repository out. */
const topVariables = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

/** The folder of the repository, as the platform says that runs the command; undefined: none says so. */
export function repositoryTop({ cwd, environment }: Pick<Console, 'cwd' | 'environment'>): string | undefined {
  return topVariables
    .map((name) => own(environment, name))
    .find((value) => value !== undefined && value !== '' && isInside(cwd, value));
}

export function isInside(absolute: string, folder: string): boolean {
  const relative = path.relative(folder, absolute);
  return !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..';
}
