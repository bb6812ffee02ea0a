// What every published package says of the project: written once, in the package.json of the repository.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const readJson = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Of a package's own package.json: what holds where it is installed. */
const ownKeys = ['name', 'version', 'description', 'license', 'keywords', 'type', 'engines', 'peerDependencies'];

/**
 * The package.json of a package as it is published.
 * @param folder of the package, from the root of the repository
 * @param entries what it offers: `exports`, `bin` and the like
 */
export function publishedManifest(folder, entries) {
  const own = readJson(path.posix.join(folder, 'package.json'));
  const { homepage, bugs, repository } = readJson('package.json');
  return {
    ...Object.fromEntries(ownKeys.flatMap((key) => (own[key] === undefined ? [] : [[key, own[key]]]))),
    homepage,
    bugs,
    repository: { ...repository, directory: folder },
    ...entries,
    publishConfig: { access: 'public' },
  };
}
