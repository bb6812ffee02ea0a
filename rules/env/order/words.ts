import type { ContainerView, Field } from '@podlint/engine/rule';
import { isShell, readCommandLine, wordsOfContainer } from '@podlint/kubelet';

export interface Word {
  readonly text: string;
  readonly at: Field<string>;
  readonly field: 'command' | 'args';
}

/**
 * The words of a container's command that no shell reads, where `$(NAME)` can only be a variable: to a shell it is a
 * command to run.
 */
export function* wordsWithoutShell({ value, at }: ContainerView): Generator<Word> {
  const { command = [], args = [] } = value;
  const script = readCommandLine(wordsOfContainer(value))?.script?.word;
  let isBehindShell = false;
  for (const [index, text] of [...command, ...args].entries()) {
    // Arguments of an entrypoint that only the image knows may be scripts.
    const mayBeScript =
      index === script || isBehindShell || /[\r\n]/.test(text) || (command.length === 0 && /\s/.test(text));
    isBehindShell ||= isShell(text);
    if (mayBeScript) continue;
    if (index < command.length) yield { text, field: 'command', at: at.command[index]! };
    else yield { text, field: 'args', at: at.args[index - command.length]! };
  }
}
