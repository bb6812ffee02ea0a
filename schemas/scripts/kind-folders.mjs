// Which kinds podlint judges: those that have a folder in packages/kinds/src. The folder of a kind is named after the
// group's Go package and the kind, `apps/replica-set`; of an older version that is served beside the newest one also
// after that, `autoscaling/horizontal-pod-autoscaler-v1`.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve(import.meta.dirname, '../../packages/kinds/src');

function folders() {
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(entry.parentPath, entry.name, 'index.ts')))
    .map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** `CSIDriver` -> `csi-driver` */
const dashed = (kind) =>
  kind
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();

function folderOf(kind, kinds) {
  const newest = kinds.find((other) => other.group === kind.group && other.kind === kind.kind);
  const name = `${kind.definition.split('.')[0]}/${dashed(kind.kind)}`;
  return kind === newest ? name : `${name}-${kind.version}`;
}

/** Folder -> kind. `kinds`: all built-in ones, the newest version of each first. */
export function kindsByFolder(kinds) {
  const byFolder = new Map(kinds.map((kind) => [folderOf(kind, kinds), kind]));
  return new Map(
    folders().map((folder) => {
      if (!byFolder.has(folder)) throw new Error(`packages/kinds/src/${folder} is no built-in kind`);
      return [folder, byFolder.get(folder)];
    }),
  );
}
