import { defineRule } from '@podlint/engine/rule';
import { commandPlaces } from '../../kit/command-places.js';
import { isWindows } from '../../kit/security-context.js';
import { certaintyOfLine } from './line.js';

export default defineRule({
  id: 'commands/one-string',
  level: 'error',
  outranks: ['commands/unexpanded'],
  summary: 'A command line written as one item, which is looked up as the name of a program',
  messages: {
    command:
      'No shell splits this command: the container runtime looks for a program called "{text}", blanks included, and container "{name}" cannot start. Write each word as an item of its own, or let a shell run it: ["sh", "-c", "..."].',
    handler:
      'No shell splits the command of the {what}: the container runtime looks for a program called "{text}", blanks included, and finds none. Write each word as an item of its own, or let a shell run it: ["sh", "-c", "..."].',
  },
  container(container, report) {
    // On Windows the runtime makes one line of the words again.
    if (isWindows(container.pod)) return;
    for (const { what, words, at } of commandPlaces(container)) {
      const certainty = certaintyOfLine(words[0] ?? '');
      if (certainty === undefined) continue;
      report({
        at: at(0),
        message: what === 'command' ? 'command' : 'handler',
        data: { text: shortened(words[0] ?? ''), name: container.name, what },
        ...(certainty === 'likely' && { level: 'warn' }),
      });
    }
  },
});

const longest = 60;

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest)}...`;
}
