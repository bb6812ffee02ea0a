import { defineRule, type ChoiceProposal, type ContainerView } from '@podlint/engine/rule';
import { isShell, readCommandLine } from '@podlint/kubelet';
import { commandPlaces, rewritten, type CommandPlace } from '../../kit/command-places.js';
import { lineOf } from '../../kit/shell-text.js';
import { unusedArguments } from './unused.js';

export default defineRule({
  id: 'commands/shell-arguments',
  level: 'error',
  hasChoices: true,
  summary: 'Words behind the script of `sh -c`, which never reach the program',
  brief: 'arguments lost behind sh -c',
  messages: {
    program:
      'The shell runs "{script}" without "{lost}". With -c it runs one text only, and what follows becomes its $0, $1 and so on. Write program and arguments as one text, or leave out the shell and -c.',
    script:
      'The script does not use "{lost}". With -c the shell runs one text only, and what follows becomes its $0, $1 and so on. Write the words into the script, or remove them.',
  },
  container(container, report) {
    for (const place of commandPlaces(container)) {
      const { words, at } = place;
      // What begins with "-c" is read by an entry point that the manifest does not show.
      if (words.length < 3 || !words.some(isShell)) continue;
      const script = readCommandLine(words)?.script;
      const lost = script && unusedArguments(words, script.word);
      if (!lost) continue;
      const isProgram = /^[\w./-]+$/.test(script.text);
      report({
        at: at(script.word + 1),
        message: isProgram ? 'program' : 'script',
        data: { script: script.text, lost },
        ...(!isProgram && { level: 'warn' }),
        choices: () => (isProgram ? choicesOf(place, container, script.word) : []),
      });
    }
  },
});

/** The words as the arguments of the program, with a shell in between or without. */
function choicesOf(place: CommandPlace, container: ContainerView, script: number): ChoiceProposal[] {
  const { words } = place;
  const [before, program = '', after] = [words.slice(0, script), words[script], words.slice(script + 1)];
  // Before the shell there may be a program that starts it.
  const isShellAlone = isShell(before[0] ?? '') && before.length === 2;
  const change = (title: string, made: readonly string[]): ChoiceProposal => ({
    title,
    changes: rewritten(place, container, made),
  });
  return [
    change('Write program and arguments as one text', [...before, lineOf([program, ...after])]),
    ...(isShellAlone ? [change('Leave the shell out', [program, ...after])] : []),
    change('Hand the arguments on', [...before, `exec ${program} "$@"`, '--', ...after]),
  ];
}
