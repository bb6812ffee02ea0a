import type { CompletionParams } from 'vscode-languageserver';
import type { ClientAbilities } from '../../features/completion/item.js';
import { answerAnyFile, answerKustomization, type ServerContext } from '../context.js';
import type { RequestModule } from '../request-module.js';

export const completion: RequestModule = {
  capabilities: {
    completionProvider: { triggerCharacters: [' ', ':', '-', '"', '{', '[', ',', '/'], resolveProvider: true },
  },
  register: (connection, context) => {
    const inManifest = answerAnyFile(context, async () => {
      const { complete } = await import('../../features/completion/complete.js');
      const client = abilitiesOf(context);
      return (file, { position }: CompletionParams, workspace) =>
        complete(file, file.text.offsetAt(position), workspace, client);
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

function abilitiesOf(context: ServerContext): ClientAbilities {
  return {
    texts: context.client().textDocument?.completion?.completionItem?.snippetSupport ? 'snippets' : 'plain',
  };
}
