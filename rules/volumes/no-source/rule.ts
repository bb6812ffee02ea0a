import {
  addition,
  defineRule,
  each,
  pathOf,
  set,
  type ChoiceProposal,
  type Field,
  type ObjectView,
} from '@podlint/engine/rule';
import type { core } from '@podlint/model';
import { isPatch } from '../../kit/patches.js';

export default defineRule({
  id: 'volumes/no-source',
  level: 'warn',
  hasChoices: true,
  summary: 'A volume with a name only, which becomes an empty folder',
  brief: 'volume without a source',
  ofWholePods: true,
  messages: {
    empty:
      'The volume "{name}" has no source, so the server makes it an emptyDir. It starts empty, and is lost with the Pod. Name a source, or write emptyDir: {} if that is meant.',
  },
  pod({ spec, at, object, containers }, report) {
    if (containers.some(isPatch)) return;
    for (const volume of each(spec.volumes, at.volumes)) {
      if (!volume.value.emptyDir || object.isWritten(volume.at.emptyDir)) continue;
      // A source that is misspelt is reported already.
      if (object.unknownFields.some(({ at: unknown }) => pathOf(unknown).startsWith(pathOf(volume.at)))) continue;
      const { name = '' } = volume.value;
      const choices = (): ChoiceProposal[] => sources(object, volume.at, name);
      report({ at: volume.at.name, message: 'empty', data: { name }, choices });
    }
  },
});

/** An empty folder, or what is called like the volume; a source that is null has told which. */
function sources(object: ObjectView, at: Field<core.Volume>, name: string): ChoiceProposal[] {
  const named = {
    persistentVolumeClaim: { claimName: name },
    configMap: { name },
    secret: { secretName: name },
  } as const;
  const kinds = ['persistentVolumeClaim', 'configMap', 'secret'] as const;
  const [written] = kinds.filter((kind) => object.isWritten(at[kind]));
  const possible = written ? [written] : kinds.slice(0, 2);
  return [
    ...possible.map((kind) => ({
      title: `Use the ${words[kind]} "${name}"`,
      changes: [set(at[kind], named[kind])],
      ...(written && { preferred: true as const }),
    })),
    addition(at.emptyDir, {}),
  ];
}

const words = { persistentVolumeClaim: 'PersistentVolumeClaim', configMap: 'ConfigMap', secret: 'Secret' } as const;
