import { defineRule } from '@podlint/engine/rule';
import { isShell, readCommandLine } from '@podlint/kubelet';
import { commandPlaces } from '../../kit/command-places.js';
import { unusedArguments } from './unused.js';

export default defineRule({
  id: 'commands/shell-arguments',
  level: 'error',
  summary: 'Words behind the script of `sh -c`, which never reach the program',
  messages: {
    program:
      'With -c the shell runs "{script}" alone: "{lost}" and what follows become $0, $1 and so on of the shell, and "{script}" never gets them. Write program and arguments as one text, or leave the shell and -c out.',
    script:
      'With -c the shell runs the one text behind it: "{lost}" and what follows become $0, $1 and so on of that script, which does not read them. Write them into the script, or remove them.',
  },
  container(container, report) {
    for (const { words, at } of commandPlaces(container)) {
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
      });
    }
  },
});
