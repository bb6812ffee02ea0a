import { alternatives, didYouMean, nearestChoice } from '@podlint/plain/spelling';
import { exitCode } from '../../command-line/exit-code.js';
import { parseArguments } from '../../command-line/options.js';
import { UsageError } from '../../command-line/usage-error.js';
import type { Command } from '../command.js';
import { bashScript } from './bash.js';
import { fishScript } from './fish.js';
import { completionOptionTable } from './option-table.js';
import { shells, type Shell } from './shells.js';
import { completedCommands, type CompletedCommand } from './subject.js';
import { zshScript } from './zsh.js';

const scripts: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/**
 * `podlint completion SHELL`: a script for the shell to load. It holds every word, so that nothing is started while a
 * person types.
 */
export const completion: Command = (args, { stdout }) => {
  const [shell, ...more] = parseArguments(args, completionOptionTable).positionals;
  if (shell === undefined || more.length > 0)
    throw new UsageError(
      `podlint completion takes one shell, ${alternatives(shells)}; for example: source <(podlint completion bash)`,
    );
  const known = shells.find((name) => name === shell);
  if (!known)
    throw new UsageError(
      `podlint has no completion for "${shell}": there is ${alternatives(shells)}${didYouMean(nearestChoice(shell, shells))}`,
    );
  stdout.write(scripts[known](completedCommands()));
  return exitCode.clean;
};
