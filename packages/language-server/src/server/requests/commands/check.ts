import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { CheckedWorkspace } from '../../check-workspace.js';
import type { ServerContext } from '../../context.js';

/** Judges all files of the workspace, whatever the settings leave out, and says how much was found. */
export async function runCheck(
  _given: readonly unknown[],
  context: ServerContext,
  connection: Connection,
): Promise<CheckedWorkspace> {
  const checked = await context.checkWorkspace();
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: checked.words });
  return checked;
}
