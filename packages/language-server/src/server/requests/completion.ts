import type { CompletionParams } from 'vscode-languageserver';
import type { ClientAbilities } from '../../features/completion/snippet.js';
import { answerAnyFile, answerKustomization, type ServerContext } from '../context.js';
import type { FileView, WorkspaceView } from '../../service/file-view.js';
import type { RequestModule } from '../request-module.js';

export const completion: RequestModule = {
  capabilities: {
    completionProvider: { triggerCharacters: [' ', ':', '-', '"', '{', '[', ',', '/', '.'], resolveProvider: true },
  },
  register: (connection, context) => {
    const inManifest = answerAnyFile(context, async () => {
      const [{ complete }, { mayHoldExpressions }] = await Promise.all([
        import('../../features/completion/complete.js'),
        import('../../features/expressions/may-hold.js'),
      ]);
      const client = abilitiesOf(context);
      return async (file, { position, context: trigger }: CompletionParams, workspace) => {
        const offset = file.text.offsetAt(position);
        const inExpression = mayHoldExpressions(file)
          ? await completeExpression(file, offset, workspace, client)
          : undefined;
        // Anywhere else a dot is a part of a word.
        if (inExpression || trigger?.triggerCharacter === '.') return inExpression ?? null;
        return complete(file, offset, workspace, client);
      };
    });
    connection.onCompletion(
      answerKustomization(
        context,
        async () => {
          const { completeKustomization } = await import('../../features/kustomization/complete.js');
          const client = abilitiesOf(context);
          return (file, { position }, around) =>
            completeKustomization(file, file.text.offsetAt(position), around, client);
        },
        inManifest,
      ),
    );
    connection.onCompletionResolve(async (item) =>
      (await import('../../features/completion/resolve.js')).resolveCompletion(item),
    );
  },
};

async function completeExpression(file: FileView, offset: number, workspace: WorkspaceView, client: ClientAbilities) {
  const feature = await import('../../features/expressions/complete.js');
  return feature.completeExpression(file, offset, workspace, client);
}

function abilitiesOf(context: ServerContext): ClientAbilities {
  return {
    texts: context.client().textDocument?.completion?.completionItem?.snippetSupport ? 'snippets' : 'plain',
  };
}
