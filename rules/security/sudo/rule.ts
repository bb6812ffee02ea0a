import { defineRule } from '@podlint/engine/rule';
import { readCommandLine, wrapperIndex } from '@podlint/kubelet';
import { commandPlaces, type CommandPlace } from '../../kit/command-places.js';

export default defineRule({
  id: 'security/sudo',
  level: 'off',
  summary: 'A command that calls sudo',
  brief: 'calls sudo',
  messages: {
    sudo: 'The {what} of container "{name}" calls sudo. So its image lets a user become root without a password, and an intruder as well. Run as the user that the command needs (runAsUser), or in an init container of its own.',
  },
  container(container, report) {
    for (const place of commandPlaces(container)) {
      const word = sudoIn(place);
      if (word !== undefined)
        report({ at: place.at(word), message: 'sudo', data: { name: container.name, what: place.what } });
    }
  },
});

/** The index of the word that calls sudo, or of the script in which it is called. */
function sudoIn({ words }: CommandPlace): number | undefined {
  if (!words.some((word) => word.includes('sudo'))) return undefined;
  const { commands, script } = readCommandLine(words) ?? { commands: [] };
  const isInScript = commands.some(
    (command) =>
      wrapperIndex(
        command.words.map(({ text }) => text),
        'sudo',
      ) !== undefined,
  );
  return wrapperIndex(words, 'sudo') ?? (isInScript ? script?.word : undefined);
}
