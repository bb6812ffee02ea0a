import { defineRule, type ContainerView } from '@podlint/engine/rule';
import { imageReference } from '../../kit/images.js';
import { isPatch } from '../../kit/patches.js';
import { writesOf, type Writes } from './writes.js';

export default defineRule({
  id: 'security/read-only-root-writes',
  level: 'warn',
  summary: 'A well-known program on a read-only root file system, without the folders that it writes to at its start',
  brief: 'no folder to write to',
  ofWholePods: true,
  messages: {
    folder:
      'Container "{name}" cannot write to {folder}, where {program} writes when it starts. Its root file system is read-only, so the program ends with "Read-only file system". Mount an emptyDir at {folder}, or give it settings that name another folder.',
    folders:
      'Container "{name}" cannot write to {folder} and {other}, which {program} does when it starts. Its root file system is read-only, so the program ends with "Read-only file system". Mount an emptyDir at each, or give it settings that name other folders.',
  },
  container(container, report) {
    const { value, at, name } = container;
    if (value.securityContext?.readOnlyRootFilesystem !== true || isPatch(container)) return;
    // What is started instead may write elsewhere, or not at all.
    if (value.command !== undefined || value.args !== undefined) return;
    const image = imageReference(value.image ?? '');
    const writes = image.valid ? writesOf.get(image.repository) : undefined;
    if (!image.valid || !writes || hasSettings(container, writes)) return;
    const [folder, other] = missingFolders(container, writes);
    if (folder === undefined) return;
    const data = { name, program: image.repository.replace(/^.*\//, ''), folder };
    const field = at.securityContext.readOnlyRootFilesystem;
    if (other === undefined) report({ at: field, message: 'folder', data });
    else report({ at: field, message: 'folders', data: { ...data, other } });
  },
});

function missingFolders({ value }: ContainerView, { folders }: Writes): string[] {
  const writable = (value.volumeMounts ?? []).filter(({ readOnly }) => readOnly !== true);
  return folders.flatMap(([folder = '', ...others]) =>
    writable.some(({ mountPath = '' }) => [folder, ...others].some((path) => isWithin(path, mountPath)))
      ? []
      : [folder],
  );
}

function hasSettings({ value }: ContainerView, { settings }: Writes): boolean {
  return (value.volumeMounts ?? []).some(({ mountPath = '' }) =>
    settings.some((path) => isWithin(path, mountPath) || isWithin(mountPath, path)),
  );
}

function isWithin(path: string, folder: string): boolean {
  const whole = folder.replace(/(?<!\/)\/+$/, '');
  return path === whole || path.startsWith(`${whole}/`);
}
