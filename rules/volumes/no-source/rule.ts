import { defineRule, each, pathOf } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';

export default defineRule({
  id: 'volumes/no-source',
  level: 'warn',
  summary: 'A volume with a name only, which becomes an empty folder',
  messages: {
    empty:
      'The volume "{name}" says nothing of where its files come from, so the server makes an emptyDir of it: it starts empty, and is lost with the Pod. Name a source, or write emptyDir: {} if that is meant.',
  },
  pod({ spec, at, object, containers }, report) {
    if (containers.some(isPatch)) return;
    for (const volume of each(spec.volumes, at.volumes)) {
      if (!volume.value.emptyDir || object.isWritten(volume.at.emptyDir)) continue;
      // A source that is misspelt is reported already.
      if (object.unknownFields.some(({ at: unknown }) => pathOf(unknown).startsWith(pathOf(volume.at)))) continue;
      report({ at: volume.at.name, message: 'empty', data: { name: volume.value.name ?? '' } });
    }
  },
});
