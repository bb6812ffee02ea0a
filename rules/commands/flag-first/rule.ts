import { defineRule, remove, rename, set, type ChoiceProposal, type ContainerView } from '@podlint/engine/rule';
import { commandPlaces, rewritten, type CommandPlace } from '../../kit/command-places.js';

export default defineRule({
  id: 'commands/flag-first',
  level: 'error',
  hasChoices: true,
  outranks: ['commands/one-string'],
  summary: 'A command that begins with a flag, where its program should be',
  brief: 'a flag as the program',
  messages: {
    command:
      '"{flag}" is a flag, but the first item of command must be a program. It would replace the image\'s entry point, so container "{name}" cannot start. Put flags for the image\'s own program under args.',
    handler:
      '"{flag}" is a flag, but the first item of the command must be a program. The {what} of container "{name}" fails every time. Put the program in front of it.',
  },
  container(container, report) {
    for (const place of commandPlaces(container)) {
      const { what, words, at } = place;
      const flag = words[0] ?? '';
      // Arguments alone are for the image's own entry point.
      if (!flag.startsWith('-') || (what === 'command' && !container.value.command?.length)) continue;
      report({
        at: at(0),
        message: what === 'command' ? 'command' : 'handler',
        data: { flag, name: container.name, what },
        choices: () => [...asArguments(place, container), ...withShell(place, container)],
      });
    }
  },
});

/** For the image's own program. */
function asArguments({ what, words, own }: CommandPlace, { at }: ContainerView): ChoiceProposal[] {
  if (what !== 'command') return [];
  const changes = own < words.length ? [remove(at.command), set(at.args, words)] : [rename(at.command, 'args')];
  return [{ title: 'Move the flags to args', changes }];
}

/** What begins with -c lacks its shell. */
function withShell(place: CommandPlace, container: ContainerView): ChoiceProposal[] {
  const { words } = place;
  if (words[0] !== '-c') return [];
  return [{ title: 'Put sh in front', changes: rewritten(place, container, ['sh', ...words]) }];
}
