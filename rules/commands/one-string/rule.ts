import { defineRule, set, type ChoiceProposal } from '@podlint/engine/rule';
import { commandPlaces, type CommandPlace } from '../../kit/command-places.js';
import { isWindows } from '../../kit/security-context.js';
import { wordsOfLine } from '../../kit/shell-text.js';
import { certaintyOfLine } from './line.js';

export default defineRule({
  id: 'commands/one-string',
  level: 'error',
  hasChoices: true,
  outranks: ['commands/unexpanded'],
  summary: 'A command line written as one item, which is looked up as the name of a program',
  brief: 'a whole command as one item',
  messages: {
    command:
      'No shell splits this command: "{text}" is looked up as the name of a program. Container "{name}" cannot start. Write each word as an item of its own, or let a shell run it: ["sh", "-c", "..."].',
    handler:
      'No shell splits this command: "{text}" is looked up as the name of a program. The {what} fails every time. Write each word as an item of its own, or let a shell run it: ["sh", "-c", "..."].',
  },
  container(container, report) {
    // On Windows the runtime makes one line of the words again.
    if (isWindows(container.pod)) return;
    for (const place of commandPlaces(container)) {
      const { what, words, at } = place;
      const certainty = certaintyOfLine(words[0] ?? '');
      if (certainty === undefined) continue;
      report({
        at: at(0),
        message: what === 'command' ? 'command' : 'handler',
        data: { text: shortened(words[0] ?? ''), name: container.name, what },
        ...(certainty === 'likely' && { level: 'warn' }),
        choices: () => choicesOf(place),
      });
    }
  },
});

const longest = 60;

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest)}...`;
}

/** Its words as items; or a shell for the text, unless there is more behind it that the shell would not hand on. */
function choicesOf({ words, own, field }: CommandPlace): ChoiceProposal[] {
  const [line = '', ...more] = words.slice(0, own);
  const items = wordsOfLine(line);
  const isAll = words.length === 1;
  return [
    ...(items ? [{ title: 'Write each word as an item', changes: [set(field, [...items, ...more])] }] : []),
    ...(isAll ? [{ title: 'Let a shell run the text', changes: [set(field, ['sh', '-c', line.trim()])] }] : []),
  ];
}
