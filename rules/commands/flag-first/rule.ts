import { defineRule } from '@podlint/engine/rule';
import { commandPlaces } from '../../kit/command-places.js';

export default defineRule({
  id: 'commands/flag-first',
  level: 'error',
  outranks: ['commands/one-string'],
  summary: 'A command that begins with a flag, where its program should be',
  messages: {
    command:
      'The first item of command is the program to start, and "{flag}" is a flag: command takes the place of the image\'s entry point, so container "{name}" cannot start. Put flags for the program of the image under args.',
    handler:
      'The first item of the command is the program to start, and "{flag}" is a flag: the {what} of container "{name}" fails every time. Put the program in front of it.',
  },
  container(container, report) {
    for (const { what, words, at } of commandPlaces(container)) {
      const flag = words[0] ?? '';
      // Arguments alone are for the image's own entry point.
      if (!flag.startsWith('-') || (what === 'command' && !container.value.command?.length)) continue;
      report({
        at: at(0),
        message: what === 'command' ? 'command' : 'handler',
        data: { flag, name: container.name, what },
      });
    }
  },
});
