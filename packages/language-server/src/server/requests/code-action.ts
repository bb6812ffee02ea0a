import {
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Connection,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { AskedBy, FixAllData } from '../../service/code-actions/fix-all.js';
import type { FileView } from '../../service/index.js';
import { answerFromAll, type ServerContext } from '../context.js';
import type { RequestModule } from '../request-module.js';

export const codeAction: RequestModule = {
  capabilities: {
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.podlint'], resolveProvider: true },
  },
  register: (connection, context) => {
    connection.onCodeAction(
      answerFromAll(context, async () => {
        const { codeActions } = await import('../../service/code-actions/code-actions.js');
        const resolution = resolvesEdits(context) ? 'late' : 'at-once';
        return (file, { range, context: { only: wanted, triggerKind } }) => {
          const only = wanted ?? undefined;
          const askedBy = askedWith(triggerKind);
          // Who asks for this alone applies it, and has nothing more to ask.
          if (resolution === 'at-once' && only) void sayWhatIsLeft(connection, file, askedBy);
          const hiding = context.hidingAskedBy() === 'nobody' ? 'each place' : 'asks where';
          return codeActions(file, range, { only, resolution, askedBy, hiding });
        };
      }),
    );
    connection.onCodeActionResolve(async (action) => {
      const service = await context.service();
      await service.prepared();
      const file = service.file((action.data as { readonly uri: string }).uri);
      return file ? resolved(connection, file, action) : action;
    });
  },
};

async function resolved(connection: Connection, file: FileView, action: CodeAction): Promise<CodeAction> {
  if (action.kind === 'quickfix') {
    const { resolvedUnset } = await import('../../service/code-actions/unset-actions.js');
    return resolvedUnset(file, action) ?? action;
  }
  const { resolvedFixAll } = await import('../../service/code-actions/fix-all.js');
  const data = action.data as Partial<FixAllData>;
  const askedBy = data.askedBy === 'person' ? 'person' : 'editor';
  await sayWhatIsLeft(connection, file, askedBy);
  return { ...resolvedFixAll(file, askedBy), data: action.data as unknown };
}

/** A person who asked is told; behind each saving that would be scolding, so there it goes to the log. */
async function sayWhatIsLeft(connection: Connection, file: FileView, askedBy: AskedBy): Promise<void> {
  const { fixAllWords } = await import('../../service/code-actions/fix-all.js');
  const words = fixAllWords(file);
  if (words === undefined) return;
  // `connection.window` would send a request, which is for questions, and which not every client answers.
  if (askedBy === 'person')
    await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: words });
  else connection.console.info(words);
}

function askedWith(triggerKind: CodeActionContext['triggerKind']): AskedBy {
  return triggerKind === CodeActionTriggerKind.Invoked ? 'person' : 'editor';
}

function resolvesEdits(context: ServerContext): boolean {
  const properties: unknown = context.client().textDocument?.codeAction?.resolveSupport?.properties;
  return Array.isArray(properties) && properties.includes('edit');
}
