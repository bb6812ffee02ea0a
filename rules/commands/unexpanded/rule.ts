import { defineRule, itemAt, type ContainerView } from '@podlint/engine/rule';
import { commandPlaces } from '../../kit/command-places.js';
import { isWindows } from '../../kit/security-context.js';
import { unexpandedWords, type Unexpanded } from './words.js';

export default defineRule<Unexpanded['message']>({
  id: 'commands/unexpanded',
  level: 'warn',
  summary: 'Shell syntax in a command that no shell reads',
  messages: {
    variable:
      'No shell reads this command, so container "{name}" gets the text "{written}" itself. The kubelet expands $(NAME) alone, for variables of env. Write $({variable}), or let a shell run the command.',
    operator:
      'No shell reads this command, so "{written}" is an argument like any other, and nothing is joined or redirected. Let a shell run it: ["sh", "-c", "..."].',
  },
  container(container, report) {
    if (isWindows(container.pod)) return;
    for (const { words, at } of placesOf(container)) {
      for (const { index, message, data } of unexpandedWords(words))
        report({ at: at(index), message, data: { ...data, name: container.name } });
    }
  },
});

/** Arguments without a command, too: the first one aside, which an entry point that is a shell would run as its script. */
function placesOf(container: ContainerView): Pick<ReturnType<typeof commandPlaces>[number], 'words' | 'at'>[] {
  const places = commandPlaces(container);
  const { command, args } = container.value;
  if (command?.length || !args || args.length < 2 || places.some(({ what }) => what === 'command')) return places;
  const { at } = container;
  return [...places, { words: args, at: (index) => itemAt(at.args, index) }];
}
