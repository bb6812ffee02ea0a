import { LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { hideCommand } from '../../service/code-actions/hide-action.js';
import type { ServerContext } from '../context.js';
import type { RequestModule } from '../request-module.js';
import { runShow, showCommands } from './commands/show.js';

const checkCommand = 'podlint.checkWorkspace';

/** For clients without podlint's extension: they show documents, and the server makes them. */
export const executeCommand: RequestModule = {
  capabilities: (context) => {
    const commands = [
      ...(context.commands() === 'server' ? showCommands : []),
      ...(context.hidingAskedBy() === 'server' ? [hideCommand] : []),
      ...(context.hidingAskedBy() === 'client' || !context.hasFiles() ? [] : [checkCommand]),
    ];
    return commands.length === 0 ? {} : { executeCommandProvider: { commands } };
  },
  register: (connection, context) => {
    connection.onExecuteCommand(({ command, arguments: given = [] }) =>
      run(command, given as readonly unknown[], context, connection),
    );
  },
};

async function run(
  command: string,
  given: readonly unknown[],
  context: ServerContext,
  connection: Connection,
): Promise<unknown> {
  if (command === checkCommand) {
    const { runCheck } = await import('./commands/check.js');
    return runCheck(given, context, connection);
  }
  if (command === hideCommand) {
    const { runHide } = await import('./commands/hide.js');
    await runHide(given, context, connection);
    return null;
  }
  if (!showCommands.includes(command))
    throw new ResponseError(LSPErrorCodes.RequestFailed, `podlint has no command ${command}`);
  await runShow(command, given, context);
  return null;
}
