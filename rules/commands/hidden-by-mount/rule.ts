import { defineRule, itemAt, type Collected } from '@podlint/engine/rule';
import { mountedPrograms, type HiddenProgram, type MountedFacts } from './facts.js';

export default defineRule<'hidden' | 'mount', unknown, MountedFacts>({
  id: 'commands/hidden-by-mount',
  level: 'warn',
  summary: 'A volume that is mounted over the program which a container starts',
  brief: 'a mount hides the program',
  messages: {
    hidden:
      'The volume "{volume}" is mounted at {mountPath} and hides what the image has there. It holds no "{file}", so container "{name}" cannot start {program}. Mount it at another path, or mount single files with subPath.',
    mount: 'the mount that hides it',
  },
  collects: mountedPrograms,
  run({ collected }, report) {
    const files = filesOf(collected);
    for (const { object, facts } of collected) {
      if (!object.podAt) continue;
      for (const found of facts.programs ?? []) {
        if (!isHidden(found, object.namespace, files)) continue;
        const container = itemAt(object.podAt.spec[found.list], found.container);
        const { name, volume, mountPath, file, program } = found;
        report(object, {
          at:
            found.word < found.own
              ? itemAt(container.command, found.word)
              : itemAt(container.args, found.word - found.own),
          message: 'hidden',
          data: { name, volume, mountPath, file, program },
          related: [{ at: itemAt(container.volumeMounts, found.mount).mountPath, message: 'mount' }],
        });
      }
    }
  },
});

/** By object, the files that its volumes show; one that several files of the run have counts with all of its keys. */
function filesOf(collected: readonly Collected<MountedFacts>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  for (const { object, facts } of collected) {
    if (!facts.keys) continue;
    const id = idOf(object.kindName, object.namespace, object.name);
    files.set(id, new Set([...(files.get(id) ?? []), ...facts.keys]));
  }
  return files;
}

function isHidden(
  { source, file }: HiddenProgram,
  namespace: string,
  files: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (!source) return true;
  const keys = files.get(idOf(source.kind, namespace, source.name));
  return keys !== undefined && !keys.has(file);
}

function idOf(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}
