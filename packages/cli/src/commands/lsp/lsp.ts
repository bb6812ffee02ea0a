import { parseArguments } from '../../command-line/options.js';
import { UsageError } from '../../command-line/usage-error.js';
import type { Command } from '../command.js';
import { lspOptionTable } from './option-table.js';

/** `podlint lsp --stdio`: the language server, for an editor to start. */
export const lsp: Command = async (args) => {
  if (!parseArguments(args, lspOptionTable).has('stdio'))
    throw new UsageError(
      'the language server speaks to an editor, over standard input and output: podlint lsp --stdio',
    );
  const { serveStdio } = await import('@podlint/language-server/stdio');
  return serveStdio();
};
