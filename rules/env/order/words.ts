import { each, type Field, type Placed } from '@podlint/engine/rule';
import { isShell, readCommandLine, wordsOfContainer } from '@podlint/kubelet';
import type { core } from '@podlint/model';

export interface Word {
  readonly text: string;
  readonly at: Field<string>;
  readonly field: 'command' | 'args';
}

/**
 * The words of a container's command that no shell reads, where `$(NAME)` can only be a variable: to a shell it is a
 * command to run.
 */
export function* wordsWithoutShell(container: Placed<core.Container>): Generator<Word> {
  const script = readCommandLine(wordsOfContainer(container.value))?.script?.word;
  const hasCommand = !!container.value.command?.length;
  let isBehindShell = false;
  for (const [index, word] of wordsOf(container).entries()) {
    const { text } = word;
    // Arguments of an entrypoint that only the image knows may be scripts.
    const mayBeScript = index === script || isBehindShell || /[\r\n]/.test(text) || (!hasCommand && /\s/.test(text));
    isBehindShell ||= isShell(text);
    if (!mayBeScript) yield word;
  }
}

function wordsOf({ value, at }: Placed<core.Container>): Word[] {
  return [
    ...each(value.command, at.command).map((word): Word => ({ text: word.value, at: word.at, field: 'command' })),
    ...each(value.args, at.args).map((word): Word => ({ text: word.value, at: word.at, field: 'args' })),
  ];
}
