import { defineRule, itemAt, type ContainerView } from '@podlint/engine/rule';
import { commandPlaces, type CommandPlace } from '../../kit/command-places.js';
import { isWindows } from '../../kit/security-context.js';
import { choicesOf } from './choices.js';
import { unexpandedWords, type Unexpanded } from './words.js';

export default defineRule<Unexpanded['message'] | 'hook'>({
  id: 'commands/unexpanded',
  level: 'warn',
  hasChoices: true,
  summary: 'Shell syntax in a command that no shell reads',
  brief: 'shell syntax without a shell',
  messages: {
    variable:
      'No shell reads this command, so the program gets the text "{written}" itself. The kubelet expands only $(NAME), for variables of env. Write $({variable}), or let a shell run the command of container "{name}".',
    hook: 'No shell reads this command, so the {what} gets the text "{written}" itself. The kubelet expands no variables in a hook. Let a shell run the command: ["sh", "-c", "..."].',
    operator:
      'No shell reads this command, so "{written}" is an ordinary argument. Nothing is joined or redirected. Let a shell run it: ["sh", "-c", "..."].',
  },
  container(container, report) {
    if (isWindows(container.pod)) return;
    for (const place of placesOf(container)) {
      for (const one of unexpandedWords(place.words)) {
        const { index, message, data } = one;
        report({
          at: place.at(index),
          message: message === 'variable' && isHook(place) ? 'hook' : message,
          data: { ...data, name: container.name, what: place.what },
          choices: () => choicesOf(one, place, container),
        });
      }
    }
  },
});

/** Arguments without a command, too: the first one aside, which an entry point that is a shell would run as its script. */
function placesOf(container: ContainerView): CommandPlace[] {
  const places = commandPlaces(container);
  const { command, args } = container.value;
  if (command?.length || !args || args.length < 2 || places.some(({ what }) => what === 'command')) return places;
  const { at } = container;
  const own: CommandPlace = {
    what: 'command',
    words: args,
    own: args.length,
    field: at.args,
    at: (index) => itemAt(at.args, index),
  };
  return [...places, own];
}

/** The kubelet hands the command of a hook on as it is (handlerRunner.Run, pkg/kubelet/lifecycle/handlers.go, 1.36). */
function isHook({ what }: CommandPlace): boolean {
  return what === 'postStart hook' || what === 'preStop hook';
}
